extension SandboxResources {
  /// The texts of operations with rows of every type, and with templates of their own, as `texts`.
  public static let rowTexts = """
    {
      "login_web": {
        "title": {"en": "Sign-in on another device", "cs": "Přihlášení na jiném zařízení"},
        "message": {"en": "Somebody is signing in and has shown you this code.",
         "cs": "Někdo se přihlašuje a ukázal vám tento kód."},
        "attributes": [
          {"id": "place", "type": "KEY_VALUE", "text": {"en": "Place", "cs": "Místo"},
           "params": {"value": "place"}}
        ]
      },
      "card_payment": {
        "title": {"en": "Card payment", "cs": "Platba kartou"},
        "message": {"en": "On the internet, with your card.", "cs": "Na internetu, vaší kartou."},
        "attributes": [
          {"id": "section", "type": "HEADING", "text": {"en": "Purchase", "cs": "Nákup"}},
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}},
          {"id": "shop", "type": "KEY_VALUE", "text": {"en": "Shop", "cs": "Obchod"},
           "params": {"value": "shop"}},
          {"id": "card", "type": "KEY_VALUE", "text": {"en": "Card", "cs": "Karta"},
           "params": {"value": "card"}},
          {"id": "goods", "type": "IMAGE", "text": {"en": "Goods", "cs": "Zboží"},
           "params": {"thumbnailUrl": "thumbnailUrl", "originalUrl": "originalUrl"}},
          {"id": "terms", "type": "HEADING", "text": {"en": "Terms", "cs": "Podmínky"}},
          {"id": "note", "type": "NOTE",
           "text": {"en": "Terms of the shop", "cs": "Podmínky obchodu"},
           "params": {"note": "note"}}
        ],
        "ui": {
          "templates": {
            "list": {
              "style": "POSITIVE", "header": "${shop}", "title": "${amount}",
              "message": {"en": "with ${card}", "cs": "kartou ${card}"}, "image": "goods"
            },
            "detail": {
              "style": "POSITIVE", "showTitleAndMessage": false,
              "sections": [
                {"style": "MONEY", "title": "section",
                 "cells": [
                   {"name": "amount", "style": "CONVERSION", "visibleTitle": false,
                    "centered": true},
                   {"name": "shop", "canCopy": true},
                   {"name": "goods"}
                 ]},
                {"title": "terms",
                 "cells": [
                   {"name": "note", "collapsable": "COLLAPSED"},
                   {"name": "card", "canCopy": true, "collapsable": "NO"}
                 ]}
              ]
            }
          }
        }
      },
      "all_rows": {
        "title": {"en": "Every kind of row", "cs": "Všechny druhy řádků"},
        "message": {"en": "This is what an operation may consist of.",
         "cs": "Z čeho všeho se může operace skládat."},
        "attributes": [
          {"id": "success", "type": "ALERT", "text": {"en": "Success", "cs": "Úspěch"},
           "params": {"type": "success", "title": "alertTitle", "message": "alertMessage"}},
          {"id": "info", "type": "ALERT", "text": {"en": "Information", "cs": "Informace"},
           "params": {"type": "info", "title": "alertTitle", "message": "alertMessage"}},
          {"id": "warning", "type": "ALERT", "text": {"en": "Warning", "cs": "Varování"},
           "params": {"type": "warning", "title": "alertTitle", "message": "alertMessage"}},
          {"id": "error", "type": "ALERT", "text": {"en": "Error", "cs": "Chyba"},
           "params": {"type": "error", "message": "alertMessage"}},
          {"id": "money", "type": "HEADING", "text": {"en": "Money", "cs": "Peníze"}},
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}},
          {"id": "exchange", "type": "AMOUNT_CONVERSION",
           "text": {"en": "Exchange", "cs": "Směna"},
           "params": {"sourceAmount": "amount", "sourceCurrency": "currency",
            "targetAmount": "targetAmount", "targetCurrency": "targetCurrency",
            "dynamic": "dynamic"}},
          {"id": "texts", "type": "HEADING", "text": {"en": "Texts", "cs": "Texty"}},
          {"id": "value", "type": "KEY_VALUE", "text": {"en": "Value", "cs": "Hodnota"},
           "params": {"value": "value"}},
          {"id": "note", "type": "NOTE", "text": {"en": "Note", "cs": "Poznámka"},
           "params": {"note": "note"}},
          {"id": "party", "type": "PARTY_INFO", "text": {"en": "Recipient", "cs": "Příjemce"},
           "params": {"name": "partyName", "description": "partyDescription",
            "websiteUrl": "partyWebsite", "logoUrl": "partyLogo"}},
          {"id": "picture", "type": "IMAGE", "text": {"en": "Picture", "cs": "Obrázek"},
           "params": {"thumbnailUrl": "thumbnailUrl", "originalUrl": "originalUrl"}}
        ]
      }
    }
    """
}
