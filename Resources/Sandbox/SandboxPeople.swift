extension SandboxResources {
  /// OpenID claims of the bank's people by their names.
  public static let people = """
    {
      "demo": {
        "name": "Jana Nováková", "given_name": "Jana", "family_name": "Nováková",
        "email": "jana.novakova@bank.example", "email_verified": true,
        "phone_number": "+420 601 234 567", "phone_number_verified": true,
        "birthdate": "1984-05-17", "zoneinfo": "Europe/Prague", "locale": "cs-CZ",
        "address": {"formatted": "Mostecká 12\\n118 00 Praha 1\\nCzech Republic",
          "street_address": "Mostecká 12", "locality": "Praha 1", "postal_code": "118 00",
          "country": "Czech Republic"}
      },
      "alice": {
        "name": "Alice Archer", "given_name": "Alice", "family_name": "Archer",
        "email": "alice@bank.example", "email_verified": false, "locale": "en-GB"
      }
    }
    """
}
