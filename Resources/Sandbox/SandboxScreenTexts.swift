extension SandboxResources {
  /// The texts of operations with screens before and after the approval, as `texts`.
  public static let screenTexts = """
    {
      "authorize_informed_payment": {
        "title": {"en": "Payment at the weekend", "cs": "Platba o víkendu"},
        "message": {"en": "It leaves your account on Monday.", "cs": "Z účtu odejde v pondělí."},
        "attributes": [
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}},
          {"id": "account", "type": "KEY_VALUE", "text": {"en": "To account", "cs": "Na účet"},
           "params": {"value": "iban"}}
        ],
        "ui": {
          "preApprovalScreen": {
            "type": "INFO",
            "heading": {"en": "The other bank is closed", "cs": "Druhá banka má zavřeno"},
            "message": {"en": "The money arrives on the next working day.",
             "cs": "Peníze dorazí následující pracovní den."},
            "items": [
              {"en": "You can cancel it until Sunday night.",
               "cs": "Do nedělní noci můžete platbu zrušit."},
              {"en": "Nothing is charged for that.", "cs": "Nic za to neplatíte."}
            ]
          }
        }
      },
      "authorize_guarded_payment": {
        "title": {"en": "Large payment", "cs": "Velká platba"},
        "message": {"en": "Please take a minute to check it.",
         "cs": "Věnujte prosím minutu kontrole."},
        "attributes": [
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}},
          {"id": "account", "type": "KEY_VALUE", "text": {"en": "To account", "cs": "Na účet"},
           "params": {"value": "iban"}},
          {"id": "note", "type": "NOTE", "text": {"en": "Note", "cs": "Poznámka"},
           "params": {"note": "note"}}
        ],
        "ui": {
          "blockApprovalOnCall": true,
          "preApprovalScreens": [
            {"id": "fraud-warning", "type": "WARNING", "backButton": true, "image": "fraud",
             "heading": {"en": "Is somebody telling you what to do?",
              "cs": "Říká vám někdo, co máte dělat?"},
             "message": {"en": "Frauds begin with a call. The bank never calls about a payment.",
              "cs": "Podvody začínají telefonátem. Banka kvůli platbě nikdy nevolá."},
             "elements": [
               {"id": "caller", "type": "LIST_ITEM", "style": "DANGER", "icon": "phone",
                "text": {"en": "A caller hurries you, or forbids you to hang up.",
                 "cs": "Volající spěchá nebo vám zakazuje zavěsit."}},
               {"id": "program", "type": "LIST_ITEM", "style": "WARNING",
                "text": {"en": "Somebody asked you to install a program.",
                 "cs": "Někdo chtěl, abyste nainstalovali program."}},
               {"id": "alert", "type": "ALERT", "style": "DANGER",
                "text": {"en": "Whoever has the money has it for good.",
                 "cs": "Odeslané peníze už vám nikdo nevrátí."}},
               {"id": "call", "type": "BUTTON", "action": "PHONE",
                "text": {"en": "Call the bank", "cs": "Zavolat do banky"},
                "href": "tel:+420200000000"},
               {"id": "mail", "type": "BUTTON", "action": "MAIL",
                "text": {"en": "Write to the bank", "cs": "Napsat do banky"},
                "href": "mailto:help@bank.example"},
               {"id": "stop", "type": "BUTTON", "action": "REJECT", "actionSettings": "REJECT",
                "text": {"en": "Stop this payment", "cs": "Zastavit tuto platbu"}}
             ],
             "controls": {
               "flip": true, "axis": "VERTICAL",
               "decline": {
                 "type": "REJECT", "text": {"en": "Reject the payment", "cs": "Zamítnout platbu"}
               },
               "approve": {
                 "type": "BUTTON", "text": {"en": "I decide myself", "cs": "Rozhoduji o tom já"},
                 "counter": 5
               }
             }},
            {"id": "last-look", "type": "INFO", "backButton": true,
             "heading": {"en": "One last look", "cs": "Poslední pohled"},
             "message": {"en": "${amount} ${currency} leave your account at once.",
              "cs": "${amount} ${currency} odejde z účtu ihned."},
             "elements": [
               {"id": "read", "type": "BUTTON", "action": "LINK", "style": "INFO",
                "text": {"en": "How payments are protected", "cs": "Jak jsou platby chráněny"},
                "href": "https://bank.example/safety"},
               {"id": "info", "type": "ALERT", "style": "INFO",
                "text": {"en": "You can look at it again on the page before.",
                 "cs": "Na předchozí straně si platbu můžete znovu prohlédnout."}}
             ],
             "controls": {
               "axis": "HORIZONTAL",
               "decline": {"type": "BACK", "text": {"en": "Back", "cs": "Zpět"}},
               "approve": {
                 "type": "SLIDER", "text": {"en": "Slide to pay", "cs": "Posunutím zaplatit"}
               }
             }}
          ]
        }
      },
      "authorize_nearby_payment": {
        "title": {"en": "Payment from the bank's page", "cs": "Platba ze stránky banky"},
        "message": {"en": "Show that you stand before the page: take its code.",
         "cs": "Ukažte, že stránku vidíte: naskenujte její kód."},
        "attributes": [
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}},
          {"id": "account", "type": "KEY_VALUE", "text": {"en": "To account", "cs": "Na účet"},
           "params": {"value": "iban"}}
        ],
        "ui": {
          "preApprovalScreen": {
            "type": "QR_SCAN",
            "heading": {"en": "Take the code of the page", "cs": "Naskenujte kód ze stránky"},
            "message": {"en": "The page on which you ordered the payment shows a code.",
             "cs": "Stránka, na které jste platbu zadali, ukazuje kód."}
          }
        }
      },
      "order_review": {
        "title": {"en": "Order of books", "cs": "Objednávka knih"},
        "message": {"en": "Two atlases and one dictionary.", "cs": "Dva atlasy a jeden slovník."},
        "attributes": [
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}}
        ],
        "ui": {
          "postApprovalScreen": {
            "type": "REVIEW",
            "heading": {"en": "Your order is on its way", "cs": "Objednávka je na cestě"},
            "message": {"en": "The shop has the money and begins to pack.",
             "cs": "Obchod má peníze a začíná balit."},
            "payload": {
              "attributes": [
                {"id": "h", "type": "HEADING", "label": {"en": "Order", "cs": "Objednávka"}},
                {"id": "a", "type": "AMOUNT", "label": {"en": "Paid", "cs": "Zaplaceno"},
                 "currency": "${currency}", "amountFormatted": "${amount}",
                 "currencyFormatted": "${currency}", "valueFormatted": "${amount} ${currency}"},
                {"id": "r", "type": "KEY_VALUE", "label": {"en": "Order number", "cs": "Číslo"},
                 "value": "${reference}"},
                {"id": "n", "type": "NOTE", "label": {"en": "Delivery", "cs": "Doručení"},
                 "note": {"en": "Tomorrow between 8 and 12.", "cs": "Zítra mezi 8. a 12. hodinou."}}
              ]
            }
          }
        }
      },
      "order_shop": {
        "title": {"en": "Order in a shop", "cs": "Objednávka v obchodě"},
        "message": {"en": "The shop waits for you.", "cs": "Obchod na vás čeká."},
        "attributes": [
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}}
        ],
        "ui": {
          "postApprovalScreen": {
            "type": "MERCHANT_REDIRECT",
            "heading": {"en": "Back to the shop", "cs": "Zpět do obchodu"},
            "message": {"en": "The payment is done; the shop goes on.",
             "cs": "Je zaplaceno; obchod pokračuje."},
            "payload": {
              "redirectText": {"en": "Go to the shop", "cs": "Přejít do obchodu"}, "countdown": 5,
              "redirectUrl": "https://shop.example/order/${reference}"
            }
          }
        }
      },
      "order_ticket": {
        "title": {"en": "Ticket", "cs": "Jízdenka"},
        "message": {"en": "One journey, valid today.", "cs": "Jedna jízda, platí dnes."},
        "attributes": [
          {"id": "amount", "type": "AMOUNT", "text": {"en": "Amount", "cs": "Částka"},
           "params": {"amount": "amount", "currency": "currency"}}
        ],
        "ui": {
          "postApprovalScreen": {
            "type": "GENERIC", "heading": {"en": "Your ticket", "cs": "Vaše jízdenka"},
            "message": {"en": "Show it when you are asked.",
             "cs": "Ukažte ji, až o ni někdo požádá."},
            "payload": {
              "en": {
                "ticket": {
                  "number": 7731, "zones": ["P", "0", "B"], "isReturn": false, "price": 32.5,
                  "seat": null, "validity": {"from": "12:00", "to": "13:30"}
                }
              },
              "cs": {
                "jízdenka": {
                  "číslo": 7731, "pásma": ["P", "0", "B"], "zpáteční": false, "cena": 32.5,
                  "sedadlo": null, "platnost": {"od": "12:00", "do": "13:30"}
                }
              }
            }
          }
        }
      }
    }
    """
}
