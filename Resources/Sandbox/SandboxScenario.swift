extension SandboxResources {
  /// The operations that a demonstration sends one after the other, then from the start again.
  public static let scenario = """
    [
      {"template": "login", "parameters":
        {"device": "Firefox on Debian", "place": "Brno, Czech Republic", "ipAddress": "192.0.2.17"}},
      {"template": "payment", "parameters":
        {"amount": "1249.90", "currency": "CZK", "iban": "CZ5508000000001234567899",
         "partyName": "Books by the Bridge", "partyDescription": "Bookshop",
         "partyWebsite": "https://books.example", "partyLogo": "https://books.example/logo.png",
         "reference": "20260117", "note": "Two atlases and one dictionary, delivered home."}},
      {"template": "conversion", "parameters":
        {"sourceAmount": "500.00", "sourceCurrency": "EUR", "targetAmount": "12532.50",
         "targetCurrency": "CZK", "rate": "1 EUR = 25.065 CZK", "dynamic": "true"}},
      {"template": "payment_checked", "parameters":
        {"amount": "48000.00", "currency": "CZK", "iban": "DE89370400440532013000",
         "note": "Advance for the kitchen"}},
      {"template": "login", "parameters":
        {"device": "Chrome on Windows", "place": "Lisbon, Portugal", "ipAddress": "198.51.100.4"}},
      {"template": "payment_risk", "parameters":
        {"amount": "99.00", "currency": "USD", "iban": "GB29NWBK60161331926819",
         "alertType": "WARNING", "alertTitle": "Unusual payment",
         "alertMessage": "The amount and the country differ from your usual payments.",
         "reference": "INV-7731", "thumbnailUrl": "https://shop.example/invoice-small.png",
         "originalUrl": "https://shop.example/invoice.pdf"}},
      {"template": "payment", "parameters":
        {"amount": "0.5", "currency": "EUR", "iban": "CZ5508000000001234567899",
         "note": "A test payment\\nin two lines"}}
    ]
    """
}
