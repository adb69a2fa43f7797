extension SandboxResources {
  /// The texts of an operation by its type; what differs by language stands side by side.
  ///
  /// An attribute's `params` name the operation's parameters that fill it; one that lacks them is
  /// left out. `ui` is passed on as it stands.
  public static let texts = """
    {
      "login": {
        "title": {"en": "Sign-in", "cs": "Přihlášení"},
        "message": {"en": "Are you signing in to internet banking?",
         "cs": "Přihlašujete se do internetového bankovnictví?"},
        "attributes": [
          {"id": "device", "type": "KEY_VALUE", "text": {"en": "Device", "cs": "Zařízení"},
           "params": {"value": "device"}},
          {"id": "place", "type": "KEY_VALUE", "text": {"en": "Place", "cs": "Místo"},
           "params": {"value": "place"}},
          {"id": "address", "type": "KEY_VALUE", "text": {"en": "IP address", "cs": "IP adresa"},
           "params": {"value": "ipAddress"}}
        ],
        "resultTexts": {
          "success": {"en": "You are signed in.", "cs": "Jste přihlášeni."},
          "reject": {"en": "The sign-in was refused.", "cs": "Přihlášení bylo odmítnuto."},
          "failure": {"en": "The sign-in did not succeed.", "cs": "Přihlášení se nezdařilo."}
        }
      },
      "authorize_payment": {
        "title": {"en": "Payment", "cs": "Platba"},
        "message": {"en": "Please check the payment and confirm it.",
         "cs": "Zkontrolujte prosím platbu a potvrďte ji."},
        "attributes": [
          {"id": "warning", "type": "ALERT", "text": {"en": "Notice", "cs": "Upozornění"},
           "params": {"type": "alertType", "title": "alertTitle", "message": "alertMessage"}},
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}},
          {"id": "account", "type": "KEY_VALUE", "text": {"en": "To account", "cs": "Na účet"},
           "params": {"value": "iban"}},
          {"id": "party", "type": "PARTY_INFO", "text": {"en": "Recipient", "cs": "Příjemce"},
           "params": {"name": "partyName", "description": "partyDescription",
            "websiteUrl": "partyWebsite", "logoUrl": "partyLogo"}},
          {"id": "details", "type": "HEADING", "text": {"en": "Details", "cs": "Podrobnosti"}},
          {"id": "reference", "type": "KEY_VALUE",
           "text": {"en": "Reference", "cs": "Variabilní symbol"},
           "params": {"value": "reference"}},
          {"id": "note", "type": "NOTE", "text": {"en": "Note", "cs": "Poznámka"},
           "params": {"note": "note"}},
          {"id": "picture", "type": "IMAGE", "text": {"en": "Invoice", "cs": "Faktura"},
           "params": {"thumbnailUrl": "thumbnailUrl", "originalUrl": "originalUrl"}}
        ],
        "resultTexts": {
          "success": {"en": "The payment of ${amount} ${currency} is on its way.",
           "cs": "Platba ${amount} ${currency} je na cestě."},
          "reject": {"en": "The payment was refused.", "cs": "Platba byla odmítnuta."},
          "failure": {"en": "The payment was not made.", "cs": "Platba nebyla provedena."}
        }
      },
      "authorize_checked_payment": {
        "title": {"en": "Payment to a new recipient", "cs": "Platba novému příjemci"},
        "message": {"en": "You have not paid to this account before.",
         "cs": "Na tento účet jste zatím neplatili."},
        "attributes": [
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}},
          {"id": "account", "type": "KEY_VALUE", "text": {"en": "To account", "cs": "Na účet"},
           "params": {"value": "iban"}},
          {"id": "note", "type": "NOTE", "text": {"en": "Note", "cs": "Poznámka"},
           "params": {"note": "note"}}
        ],
        "ui": {
          "flipButtons": true,
          "preApprovalScreen": {
            "type": "WARNING",
            "heading": {"en": "Is somebody guiding you?", "cs": "Říká vám někdo, co máte dělat?"},
            "message": {"en": "The bank never asks you to move money to a safe account.",
             "cs": "Banka po vás nikdy nechce převod na bezpečný účet."},
            "items": [
              {"en": "Nobody from the bank calls about a payment.",
               "cs": "Nikdo z banky kvůli platbě nevolá."},
              {"en": "Never install a program because a caller asks for it.",
               "cs": "Nikdy neinstalujte program, protože to chce volající."},
              {"en": "In doubt, reject and call the bank yourself.",
               "cs": "V pochybnostech zamítněte a zavolejte do banky sami."}
            ],
            "approvalType": "SLIDER"
          }
        },
        "resultTexts": {
          "success": {"en": "The payment is on its way.", "cs": "Platba je na cestě."},
          "reject": {"en": "The payment was refused.", "cs": "Platba byla odmítnuta."},
          "failure": {"en": "The payment was not made.", "cs": "Platba se neprovedla."}
        }
      },
      "authorize_conversion": {
        "title": {"en": "Currency exchange", "cs": "Směna měn"},
        "message": {"en": "Please check the rate and confirm.",
         "cs": "Zkontrolujte prosím kurz a potvrďte směnu."},
        "attributes": [
          {"id": "exchange", "type": "AMOUNT_CONVERSION",
           "text": {"en": "Exchange", "cs": "Směna"},
           "params": {"sourceAmount": "sourceAmount", "sourceCurrency": "sourceCurrency",
            "targetAmount": "targetAmount", "targetCurrency": "targetCurrency",
            "dynamic": "dynamic"}},
          {"id": "rate", "type": "KEY_VALUE", "text": {"en": "Rate", "cs": "Kurz"},
           "params": {"value": "rate"}},
          {"id": "note", "type": "NOTE", "text": {"en": "Note", "cs": "Poznámka"},
           "params": {"note": "note"}}
        ],
        "resultTexts": {
          "success": {"en": "The money was exchanged.", "cs": "Peníze byly směněny."},
          "reject": {"en": "The exchange was refused.", "cs": "Směna byla odmítnuta."},
          "failure": {"en": "The exchange was not made.", "cs": "Směna nebyla provedena."}
        }
      }
    }
    """
}
