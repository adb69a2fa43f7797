extension SandboxResources {
  /// The messages of a demonstration, newest first.
  public static let messages = #"""
    [
      {"type": "html", "subject": "Your statement for June is ready",
       "summary": "You can see what came in and what went out.",
       "body": "<html><head><title>Statement</title><style>p {color: navy}</style></head><body><h1>Your statement</h1><p>Dear Ms Nováková,</p><p>your statement for <b>June</b> is ready. At the end of the month your balance was <b>84&nbsp;210,50&nbsp;CZK</b>.</p><table><tr><th>Day</th><th>What</th><th>Amount</th></tr><tr><td>3 June</td><td>Salary</td><td>+52&nbsp;400,00&nbsp;CZK</td></tr><tr><td>12 June</td><td>Books by the Bridge</td><td>−1&nbsp;249,90&nbsp;CZK</td></tr><tr><td>28 June</td><td>Rent, including the advance for heating and water</td><td>−18&nbsp;900,00&nbsp;CZK</td></tr></table><p>All of it is in <a href=\"https://bank.example/statements/2026-06\">your statements</a>. Questions? <a href=\"mailto:help@bank.example\">Write to us</a> or <a href=\"tel:+420200000000\">call us</a>.</p><img src=\"https://bank.example/pixel.gif\" width=\"1\" height=\"1\"></body></html>",
       "translations": {"cs": {
         "subject": "Váš výpis za červen je připraven",
         "summary": "Uvidíte, co na účet přišlo a co z něj odešlo.",
         "body": "<html><head><title>Výpis</title><style>p {color: navy}</style></head><body><h1>Váš výpis</h1><p>Vážená paní Nováková,</p><p>váš výpis za <b>červen</b> je připraven. Na konci měsíce byl váš zůstatek <b>84&nbsp;210,50&nbsp;CZK</b>.</p><table><tr><th>Den</th><th>Položka</th><th>Částka</th></tr><tr><td>3. června</td><td>Mzda</td><td>+52&nbsp;400,00&nbsp;CZK</td></tr><tr><td>12. června</td><td>Knihy u mostu</td><td>−1&nbsp;249,90&nbsp;CZK</td></tr><tr><td>28. června</td><td>Nájem včetně zálohy na teplo a vodu</td><td>−18&nbsp;900,00&nbsp;CZK</td></tr></table><p>Vše najdete ve <a href=\"https://bank.example/statements/2026-06\">svých výpisech</a>. Máte dotaz? <a href=\"mailto:help@bank.example\">Napište nám</a> nebo <a href=\"tel:+420200000000\">zavolejte</a>.</p><img src=\"https://bank.example/pixel.gif\" width=\"1\" height=\"1\"></body></html>"}}},
      {"type": "html", "subject": "How to recognise a fraud",
       "summary": "Three things that your bank will never do.",
       "body": "<h2>Three things that we never do</h2><ol><li>We never ask for your PIN:<ul><li>not on the telephone,</li><li>not in a message.</li></ul></li><li>We never send a link to a page that asks for your password.</li><li>We never hurry you.</li></ol><blockquote><p>If in doubt, hang up and call us yourself.</p></blockquote><p>How a payment is signed, byte by byte:</p><pre>A1*A1250.00EUR*ICZ5508000000001234567899\n   amount        account</pre>",
       "translations": {"cs": {
         "subject": "Jak poznat podvod",
         "summary": "Tři věci, které vaše banka nikdy neudělá.",
         "body": "<h2>Tři věci, které nikdy neděláme</h2><ol><li>Nikdy se neptáme na váš PIN:<ul><li>ani po telefonu,</li><li>ani ve zprávě.</li></ul></li><li>Nikdy neposíláme odkaz na stránku, která chce vaše heslo.</li><li>Nikdy na vás nespěcháme.</li></ol><blockquote><p>V pochybnostech zavěste a zavolejte nám sami.</p></blockquote><p>Jak se podepisuje platba, bajt po bajtu:</p><pre>A1*A1250.00EUR*ICZ5508000000001234567899\n   částka        účet</pre>"}}},
      {"type": "text", "subject": "Maintenance on Sunday night", "read": true,
       "summary": "Payments will wait for an hour.",
       "body": "Dear client,\n\non Sunday between 2:00 and 3:00 we maintain our systems. Payments that you approve then will be carried out at 3:00.\n\n  - Cards work as usual.\n  - Cash machines of other banks may refuse.\n\nMore at https://bank.example/maintenance.\n\nYour bank",
       "translations": {"cs": {
         "subject": "Údržba v noci na neděli",
         "summary": "Platby hodinu počkají.",
         "body": "Dobrý den,\n\nv neděli mezi 2:00 a 3:00 budeme udržovat naše systémy. Platby, které v té době schválíte, provedeme ve 3:00.\n\n  - Karty fungují jako obvykle.\n  - Bankomaty jiných bank mohou výběr odmítnout.\n\nVíce na https://bank.example/maintenance.\n\nVaše banka"}}},
      {"type": "text", "subject": "Welcome to the sandbox", "read": true,
       "summary": "Nothing here is real money.",
       "body": "Welcome.\n\nThis bank exists in one process of your machine. Approve, reject, read and try whatever you like.",
       "translations": {"cs": {
         "subject": "Vítejte ve zkušební bance",
         "summary": "Nic z toho nejsou skutečné peníze.",
         "body": "Vítejte.\n\nTato banka existuje jen v jednom procesu vašeho počítače. Schvalujte, zamítejte, čtěte a zkoušejte, co chcete."}}}
    ]
    """#
}
