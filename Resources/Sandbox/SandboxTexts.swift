extension SandboxResources {
  /// The texts of an operation by its type and language.
  ///
  /// An attribute's `params` name the operation's parameters that fill it; one that lacks them is
  /// left out. `ui` is passed on as it stands.
  public static let texts = """
    {
      "login": {
        "en": {
          "title": "Sign-in", "message": "Are you signing in to internet banking?",
          "attributes": [
            {"id": "device", "type": "KEY_VALUE", "text": "Device", "params": {"value": "device"}},
            {"id": "place", "type": "KEY_VALUE", "text": "Place", "params": {"value": "place"}},
            {"id": "address", "type": "KEY_VALUE", "text": "IP address",
             "params": {"value": "ipAddress"}}
          ],
          "resultTexts": {"success": "You are signed in.", "reject": "The sign-in was refused.",
            "failure": "The sign-in did not succeed."}
        },
        "cs": {
          "title": "Přihlášení", "message": "Přihlašujete se do internetového bankovnictví?",
          "attributes": [
            {"id": "device", "type": "KEY_VALUE", "text": "Zařízení", "params": {"value": "device"}},
            {"id": "place", "type": "KEY_VALUE", "text": "Místo", "params": {"value": "place"}},
            {"id": "address", "type": "KEY_VALUE", "text": "IP adresa",
             "params": {"value": "ipAddress"}}
          ],
          "resultTexts": {"success": "Jste přihlášeni.", "reject": "Přihlášení bylo odmítnuto.",
            "failure": "Přihlášení se nezdařilo."}
        }
      },
      "authorize_payment": {
        "en": {
          "title": "Payment", "message": "Please check the payment and confirm it.",
          "attributes": [
            {"id": "warning", "type": "ALERT", "text": "Notice",
             "params": {"type": "alertType", "title": "alertTitle", "message": "alertMessage"}},
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "To account",
             "params": {"value": "iban"}},
            {"id": "party", "type": "PARTY_INFO", "text": "Recipient",
             "params": {"name": "partyName", "description": "partyDescription",
               "websiteUrl": "partyWebsite", "logoUrl": "partyLogo"}},
            {"id": "details", "type": "HEADING", "text": "Details"},
            {"id": "reference", "type": "KEY_VALUE", "text": "Reference",
             "params": {"value": "reference"}},
            {"id": "note", "type": "NOTE", "text": "Note", "params": {"note": "note"}},
            {"id": "picture", "type": "IMAGE", "text": "Invoice",
             "params": {"thumbnailUrl": "thumbnailUrl", "originalUrl": "originalUrl"}}
          ],
          "resultTexts": {"success": "The payment of ${amount} ${currency} is on its way.",
            "reject": "The payment was refused.", "failure": "The payment was not made."}
        },
        "cs": {
          "title": "Platba", "message": "Zkontrolujte prosím platbu a potvrďte ji.",
          "attributes": [
            {"id": "warning", "type": "ALERT", "text": "Upozornění",
             "params": {"type": "alertType", "title": "alertTitle", "message": "alertMessage"}},
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "Na účet", "params": {"value": "iban"}},
            {"id": "party", "type": "PARTY_INFO", "text": "Příjemce",
             "params": {"name": "partyName", "description": "partyDescription",
               "websiteUrl": "partyWebsite", "logoUrl": "partyLogo"}},
            {"id": "details", "type": "HEADING", "text": "Podrobnosti"},
            {"id": "reference", "type": "KEY_VALUE", "text": "Variabilní symbol",
             "params": {"value": "reference"}},
            {"id": "note", "type": "NOTE", "text": "Poznámka", "params": {"note": "note"}},
            {"id": "picture", "type": "IMAGE", "text": "Faktura",
             "params": {"thumbnailUrl": "thumbnailUrl", "originalUrl": "originalUrl"}}
          ],
          "resultTexts": {"success": "Platba ${amount} ${currency} je na cestě.",
            "reject": "Platba byla odmítnuta.", "failure": "Platba nebyla provedena."}
        }
      },
      "authorize_checked_payment": {
        "en": {
          "title": "Payment to a new recipient",
          "message": "You have not paid to this account before.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "To account",
             "params": {"value": "iban"}},
            {"id": "note", "type": "NOTE", "text": "Note", "params": {"note": "note"}}
          ],
          "ui": {"flipButtons": true, "preApprovalScreen": {
            "type": "WARNING", "heading": "Is somebody guiding you?",
            "message": "The bank never asks you to move money to a safe account.",
            "items": ["Nobody from the bank calls about a payment.",
              "Never install a program because a caller asks for it.",
              "In doubt, reject and call the bank yourself."],
            "approvalType": "SLIDER"}},
          "resultTexts": {"success": "The payment is on its way.",
            "reject": "The payment was refused.", "failure": "The payment was not made."}
        },
        "cs": {
          "title": "Platba novému příjemci",
          "message": "Na tento účet jste zatím neplatili.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "Na účet",
             "params": {"value": "iban"}},
            {"id": "note", "type": "NOTE", "text": "Poznámka", "params": {"note": "note"}}
          ],
          "ui": {"flipButtons": true, "preApprovalScreen": {
            "type": "WARNING", "heading": "Říká vám někdo, co máte dělat?",
            "message": "Banka po vás nikdy nechce převod na bezpečný účet.",
            "items": ["Nikdo z banky kvůli platbě nevolá.",
              "Nikdy neinstalujte program, protože to chce volající.",
              "V pochybnostech zamítněte a zavolejte do banky sami."],
            "approvalType": "SLIDER"}},
          "resultTexts": {"success": "Platba je na cestě.",
            "reject": "Platba byla odmítnuta.", "failure": "Platba se neprovedla."}
        }
      },
      "authorize_conversion": {
        "en": {
          "title": "Currency exchange", "message": "Please check the rate and confirm.",
          "attributes": [
            {"id": "exchange", "type": "AMOUNT_CONVERSION", "text": "Exchange",
             "params": {"sourceAmount": "sourceAmount", "sourceCurrency": "sourceCurrency",
               "targetAmount": "targetAmount", "targetCurrency": "targetCurrency",
               "dynamic": "dynamic"}},
            {"id": "rate", "type": "KEY_VALUE", "text": "Rate", "params": {"value": "rate"}},
            {"id": "note", "type": "NOTE", "text": "Note", "params": {"note": "note"}}
          ],
          "resultTexts": {"success": "The money was exchanged.",
            "reject": "The exchange was refused.", "failure": "The exchange was not made."}
        },
        "cs": {
          "title": "Směna měn", "message": "Zkontrolujte prosím kurz a potvrďte směnu.",
          "attributes": [
            {"id": "exchange", "type": "AMOUNT_CONVERSION", "text": "Směna",
             "params": {"sourceAmount": "sourceAmount", "sourceCurrency": "sourceCurrency",
               "targetAmount": "targetAmount", "targetCurrency": "targetCurrency",
               "dynamic": "dynamic"}},
            {"id": "rate", "type": "KEY_VALUE", "text": "Kurz", "params": {"value": "rate"}},
            {"id": "note", "type": "NOTE", "text": "Poznámka", "params": {"note": "note"}}
          ],
          "resultTexts": {"success": "Peníze byly směněny.",
            "reject": "Směna byla odmítnuta.", "failure": "Směna nebyla provedena."}
        }
      }
    }
    """
}
