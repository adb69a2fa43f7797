extension SandboxResources {
  /// The texts of operations with screens before and after the approval, as `texts`.
  public static let screenTexts = """
    {
      "authorize_informed_payment": {
        "en": {
          "title": "Payment at the weekend", "message": "It leaves your account on Monday.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "To account", "params": {"value": "iban"}}
          ],
          "ui": {"preApprovalScreen": {
            "type": "INFO", "heading": "The other bank is closed",
            "message": "The money arrives on the next working day.",
            "items": ["You can cancel it until Sunday night.", "Nothing is charged for that."]}}
        },
        "cs": {
          "title": "Platba o víkendu", "message": "Z účtu odejde v pondělí.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "Na účet", "params": {"value": "iban"}}
          ],
          "ui": {"preApprovalScreen": {
            "type": "INFO", "heading": "Druhá banka má zavřeno",
            "message": "Peníze dorazí následující pracovní den.",
            "items": ["Do nedělní noci můžete platbu zrušit.", "Nic za to neplatíte."]}}
        }
      },
      "authorize_guarded_payment": {
        "en": {
          "title": "Large payment", "message": "Please take a minute to check it.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "To account",
             "params": {"value": "iban"}},
            {"id": "note", "type": "NOTE", "text": "Note", "params": {"note": "note"}}
          ],
          "ui": {"blockApprovalOnCall": true, "preApprovalScreens": [
            {"id": "fraud-warning", "type": "WARNING", "backButton": true, "image": "fraud",
             "heading": "Is somebody telling you what to do?",
             "message": "Frauds begin with a call. The bank never calls about a payment.",
             "elements": [
               {"id": "caller", "type": "LIST_ITEM", "style": "DANGER", "icon": "phone",
                "text": "A caller hurries you, or forbids you to hang up."},
               {"id": "program", "type": "LIST_ITEM", "style": "WARNING",
                "text": "Somebody asked you to install a program."},
               {"id": "alert", "type": "ALERT", "style": "DANGER",
                "text": "Whoever has the money has it for good."},
               {"id": "call", "type": "BUTTON", "action": "PHONE", "text": "Call the bank",
                "href": "tel:+420200000000"},
               {"id": "mail", "type": "BUTTON", "action": "MAIL", "text": "Write to the bank",
                "href": "mailto:help@bank.example"},
               {"id": "stop", "type": "BUTTON", "action": "REJECT", "actionSettings": "REJECT",
                "text": "Stop this payment"}
             ],
             "controls": {"flip": true, "axis": "VERTICAL",
               "decline": {"type": "REJECT", "text": "Reject the payment"},
               "approve": {"type": "BUTTON", "text": "I decide myself", "counter": 5}}},
            {"id": "last-look", "type": "INFO", "backButton": true, "heading": "One last look",
             "message": "${amount} ${currency} leave your account at once.",
             "elements": [
               {"id": "read", "type": "BUTTON", "action": "LINK", "style": "INFO",
                "text": "How payments are protected", "href": "https://bank.example/safety"},
               {"id": "info", "type": "ALERT", "style": "INFO",
                "text": "You can look at it again on the page before."}
             ],
             "controls": {"axis": "HORIZONTAL", "decline": {"type": "BACK", "text": "Back"},
               "approve": {"type": "SLIDER", "text": "Slide to pay"}}}
          ]}
        },
        "cs": {
          "title": "Velká platba", "message": "Věnujte prosím minutu kontrole.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "Na účet", "params": {"value": "iban"}},
            {"id": "note", "type": "NOTE", "text": "Poznámka", "params": {"note": "note"}}
          ],
          "ui": {"blockApprovalOnCall": true, "preApprovalScreens": [
            {"id": "fraud-warning", "type": "WARNING", "backButton": true, "image": "fraud",
             "heading": "Říká vám někdo, co máte dělat?",
             "message": "Podvody začínají telefonátem. Banka kvůli platbě nikdy nevolá.",
             "elements": [
               {"id": "caller", "type": "LIST_ITEM", "style": "DANGER", "icon": "phone",
                "text": "Volající spěchá nebo vám zakazuje zavěsit."},
               {"id": "program", "type": "LIST_ITEM", "style": "WARNING",
                "text": "Někdo chtěl, abyste nainstalovali program."},
               {"id": "alert", "type": "ALERT", "style": "DANGER",
                "text": "Odeslané peníze už vám nikdo nevrátí."},
               {"id": "call", "type": "BUTTON", "action": "PHONE", "text": "Zavolat do banky",
                "href": "tel:+420200000000"},
               {"id": "mail", "type": "BUTTON", "action": "MAIL", "text": "Napsat do banky",
                "href": "mailto:help@bank.example"},
               {"id": "stop", "type": "BUTTON", "action": "REJECT", "actionSettings": "REJECT",
                "text": "Zastavit tuto platbu"}
             ],
             "controls": {"flip": true, "axis": "VERTICAL",
               "decline": {"type": "REJECT", "text": "Zamítnout platbu"},
               "approve": {"type": "BUTTON", "text": "Rozhoduji o tom já", "counter": 5}}},
            {"id": "last-look", "type": "INFO", "backButton": true, "heading": "Poslední pohled",
             "message": "${amount} ${currency} odejde z účtu ihned.",
             "elements": [
               {"id": "read", "type": "BUTTON", "action": "LINK", "style": "INFO",
                "text": "Jak jsou platby chráněny", "href": "https://bank.example/safety"},
               {"id": "info", "type": "ALERT", "style": "INFO",
                "text": "Na předchozí straně si platbu můžete znovu prohlédnout."}
             ],
             "controls": {"axis": "HORIZONTAL", "decline": {"type": "BACK", "text": "Zpět"},
               "approve": {"type": "SLIDER", "text": "Posunutím zaplatit"}}}
          ]}
        }
      },
      "authorize_nearby_payment": {
        "en": {
          "title": "Payment from the bank's page",
          "message": "Show that you stand before the page: take its code.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "To account", "params": {"value": "iban"}}
          ],
          "ui": {"preApprovalScreen": {"type": "QR_SCAN", "heading": "Take the code of the page",
            "message": "The page on which you ordered the payment shows a code."}}
        },
        "cs": {
          "title": "Platba ze stránky banky",
          "message": "Ukažte, že stránku vidíte: naskenujte její kód.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}},
            {"id": "account", "type": "KEY_VALUE", "text": "Na účet", "params": {"value": "iban"}}
          ],
          "ui": {"preApprovalScreen": {"type": "QR_SCAN", "heading": "Naskenujte kód ze stránky",
            "message": "Stránka, na které jste platbu zadali, ukazuje kód."}}
        }
      },
      "order_review": {
        "en": {
          "title": "Order of books", "message": "Two atlases and one dictionary.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}}
          ],
          "ui": {"postApprovalScreen": {"type": "REVIEW", "heading": "Your order is on its way",
            "message": "The shop has the money and begins to pack.",
            "payload": {"attributes": [
              {"id": "h", "type": "HEADING", "label": "Order"},
              {"id": "a", "type": "AMOUNT", "label": "Paid", "currency": "${currency}",
               "amountFormatted": "${amount}", "currencyFormatted": "${currency}",
               "valueFormatted": "${amount} ${currency}"},
              {"id": "r", "type": "KEY_VALUE", "label": "Order number", "value": "${reference}"},
              {"id": "n", "type": "NOTE", "label": "Delivery", "note": "Tomorrow between 8 and 12."}
            ]}}}
        },
        "cs": {
          "title": "Objednávka knih", "message": "Dva atlasy a jeden slovník.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}}
          ],
          "ui": {"postApprovalScreen": {"type": "REVIEW", "heading": "Objednávka je na cestě",
            "message": "Obchod má peníze a začíná balit.",
            "payload": {"attributes": [
              {"id": "h", "type": "HEADING", "label": "Objednávka"},
              {"id": "a", "type": "AMOUNT", "label": "Zaplaceno", "currency": "${currency}",
               "amountFormatted": "${amount}", "currencyFormatted": "${currency}",
               "valueFormatted": "${amount} ${currency}"},
              {"id": "r", "type": "KEY_VALUE", "label": "Číslo", "value": "${reference}"},
              {"id": "n", "type": "NOTE", "label": "Doručení", "note": "Zítra mezi 8. a 12. hodinou."}
            ]}}}
        }
      },
      "order_shop": {
        "en": {
          "title": "Order in a shop", "message": "The shop waits for you.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}}
          ],
          "ui": {"postApprovalScreen": {"type": "MERCHANT_REDIRECT", "heading": "Back to the shop",
            "message": "The payment is done; the shop goes on.",
            "payload": {"redirectText": "Go to the shop", "countdown": 5,
              "redirectUrl": "https://shop.example/order/${reference}"}}}
        },
        "cs": {
          "title": "Objednávka v obchodě", "message": "Obchod na vás čeká.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}}
          ],
          "ui": {"postApprovalScreen": {"type": "MERCHANT_REDIRECT", "heading": "Zpět do obchodu",
            "message": "Je zaplaceno; obchod pokračuje.",
            "payload": {"redirectText": "Přejít do obchodu", "countdown": 5,
              "redirectUrl": "https://shop.example/order/${reference}"}}}
        }
      },
      "order_ticket": {
        "en": {
          "title": "Ticket", "message": "One journey, valid today.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Amount",
             "params": {"amount": "amount", "currency": "currency"}}
          ],
          "ui": {"postApprovalScreen": {"type": "GENERIC", "heading": "Your ticket",
            "message": "Show it when you are asked.",
            "payload": {"ticket": {"number": 7731, "zones": ["P", "0", "B"], "isReturn": false,
              "price": 32.5, "seat": null, "validity": {"from": "12:00", "to": "13:30"}}}}}
        },
        "cs": {
          "title": "Jízdenka", "message": "Jedna jízda, platí dnes.",
          "attributes": [
            {"id": "amount", "type": "AMOUNT", "text": "Částka",
             "params": {"amount": "amount", "currency": "currency"}}
          ],
          "ui": {"postApprovalScreen": {"type": "GENERIC", "heading": "Vaše jízdenka",
            "message": "Ukažte ji, až o ni někdo požádá.",
            "payload": {"jízdenka": {"číslo": 7731, "pásma": ["P", "0", "B"], "zpáteční": false,
              "cena": 32.5, "sedadlo": null, "platnost": {"od": "12:00", "do": "13:30"}}}}}
        }
      }
    }
    """
}
