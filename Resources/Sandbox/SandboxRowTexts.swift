extension SandboxResources {
  /// The texts of operations with rows of every type, and with templates of their own, as `texts`.
  public static let rowTexts = """
    {
      "login_web": {
        "en": {"title": "Sign-in on another device",
          "message": "Somebody is signing in and has shown you this code.", "attributes": [
            {"id": "place", "type": "KEY_VALUE", "text": "Place", "params": {"value": "place"}}]},
        "cs": {"title": "Přihlášení na jiném zařízení",
          "message": "Někdo se přihlašuje a ukázal vám tento kód.", "attributes": [
            {"id": "place", "type": "KEY_VALUE", "text": "Místo", "params": {"value": "place"}}]}
      },
      "card_payment": {
        "en": {
          "title": "Card payment", "message": "On the internet, with your card.",
          "attributes": [
            {"id": "section", "type": "HEADING", "text": "Purchase"},
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "shop", "type": "KEY_VALUE", "text": "Shop", "params": {"value": "shop"}},
            {"id": "card", "type": "KEY_VALUE", "text": "Card", "params": {"value": "card"}},
            {"id": "goods", "type": "IMAGE", "text": "Goods",
             "params": {"thumbnailUrl": "thumbnailUrl", "originalUrl": "originalUrl"}},
            {"id": "terms", "type": "HEADING", "text": "Terms"},
            {"id": "note", "type": "NOTE", "text": "Terms of the shop", "params": {"note": "note"}}
          ],
          "ui": {"templates": {
            "list": {"style": "POSITIVE", "header": "${shop}", "title": "${amount}",
              "message": "with ${card}", "image": "goods"},
            "detail": {"style": "POSITIVE", "showTitleAndMessage": false, "sections": [
              {"style": "MONEY", "title": "section", "cells": [
                {"name": "amount", "style": "CONVERSION", "visibleTitle": false, "centered": true},
                {"name": "shop", "canCopy": true}, {"name": "goods"}]},
              {"title": "terms", "cells": [
                {"name": "note", "collapsable": "COLLAPSED"},
                {"name": "card", "canCopy": true, "collapsable": "NO"}]}]}}}
        },
        "cs": {
          "title": "Platba kartou", "message": "Na internetu, vaší kartou.",
          "attributes": [
            {"id": "section", "type": "HEADING", "text": "Nákup"},
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "shop", "type": "KEY_VALUE", "text": "Obchod", "params": {"value": "shop"}},
            {"id": "card", "type": "KEY_VALUE", "text": "Karta", "params": {"value": "card"}},
            {"id": "goods", "type": "IMAGE", "text": "Zboží",
             "params": {"thumbnailUrl": "thumbnailUrl", "originalUrl": "originalUrl"}},
            {"id": "terms", "type": "HEADING", "text": "Podmínky"},
            {"id": "note", "type": "NOTE", "text": "Podmínky obchodu", "params": {"note": "note"}}
          ],
          "ui": {"templates": {
            "list": {"style": "POSITIVE", "header": "${shop}", "title": "${amount}",
              "message": "kartou ${card}", "image": "goods"},
            "detail": {"style": "POSITIVE", "showTitleAndMessage": false, "sections": [
              {"style": "MONEY", "title": "section", "cells": [
                {"name": "amount", "style": "CONVERSION", "visibleTitle": false, "centered": true},
                {"name": "shop", "canCopy": true}, {"name": "goods"}]},
              {"title": "terms", "cells": [
                {"name": "note", "collapsable": "COLLAPSED"},
                {"name": "card", "canCopy": true, "collapsable": "NO"}]}]}}}
        }
      },
      "all_rows": {
        "en": {
          "title": "Every kind of row", "message": "This is what an operation may consist of.",
          "attributes": [
            {"id": "success", "type": "ALERT", "text": "Success",
             "params": {"type": "success", "title": "alertTitle", "message": "alertMessage"}},
            {"id": "info", "type": "ALERT", "text": "Information",
             "params": {"type": "info", "title": "alertTitle", "message": "alertMessage"}},
            {"id": "warning", "type": "ALERT", "text": "Warning",
             "params": {"type": "warning", "title": "alertTitle", "message": "alertMessage"}},
            {"id": "error", "type": "ALERT", "text": "Error",
             "params": {"type": "error", "message": "alertMessage"}},
            {"id": "money", "type": "HEADING", "text": "Money"},
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "exchange", "type": "AMOUNT_CONVERSION", "text": "Exchange",
             "params": {"sourceAmount": "amount", "sourceCurrency": "currency",
               "targetAmount": "targetAmount", "targetCurrency": "targetCurrency",
               "dynamic": "dynamic"}},
            {"id": "texts", "type": "HEADING", "text": "Texts"},
            {"id": "value", "type": "KEY_VALUE", "text": "Value", "params": {"value": "value"}},
            {"id": "note", "type": "NOTE", "text": "Note", "params": {"note": "note"}},
            {"id": "party", "type": "PARTY_INFO", "text": "Recipient",
             "params": {"name": "partyName", "description": "partyDescription",
               "websiteUrl": "partyWebsite", "logoUrl": "partyLogo"}},
            {"id": "picture", "type": "IMAGE", "text": "Picture",
             "params": {"thumbnailUrl": "thumbnailUrl", "originalUrl": "originalUrl"}}
          ]
        },
        "cs": {
          "title": "Všechny druhy řádků", "message": "Z čeho všeho se může operace skládat.",
          "attributes": [
            {"id": "success", "type": "ALERT", "text": "Úspěch",
             "params": {"type": "success", "title": "alertTitle", "message": "alertMessage"}},
            {"id": "info", "type": "ALERT", "text": "Informace",
             "params": {"type": "info", "title": "alertTitle", "message": "alertMessage"}},
            {"id": "warning", "type": "ALERT", "text": "Varování",
             "params": {"type": "warning", "title": "alertTitle", "message": "alertMessage"}},
            {"id": "error", "type": "ALERT", "text": "Chyba",
             "params": {"type": "error", "message": "alertMessage"}},
            {"id": "money", "type": "HEADING", "text": "Peníze"},
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "exchange", "type": "AMOUNT_CONVERSION", "text": "Směna",
             "params": {"sourceAmount": "amount", "sourceCurrency": "currency",
               "targetAmount": "targetAmount", "targetCurrency": "targetCurrency",
               "dynamic": "dynamic"}},
            {"id": "texts", "type": "HEADING", "text": "Texty"},
            {"id": "value", "type": "KEY_VALUE", "text": "Hodnota", "params": {"value": "value"}},
            {"id": "note", "type": "NOTE", "text": "Poznámka", "params": {"note": "note"}},
            {"id": "party", "type": "PARTY_INFO", "text": "Příjemce",
             "params": {"name": "partyName", "description": "partyDescription",
               "websiteUrl": "partyWebsite", "logoUrl": "partyLogo"}},
            {"id": "picture", "type": "IMAGE", "text": "Obrázek",
             "params": {"thumbnailUrl": "thumbnailUrl", "originalUrl": "originalUrl"}}
          ]
        }
      }
    }
    """
}
