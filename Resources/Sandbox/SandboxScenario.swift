extension SandboxResources {
  /// What a demonstration's bank does, as a scenario file: one of each kind, at a calm pace.
  public static let scenario = #"""
    # One of each kind, one after the other; from the start again at the end.
    user = "demo"
    every = 25
    max_pending = 6

    # A sign-in of one factor.
    [[step]]
    after = 1
    name = "sign-in"
    [step.operation]
    template = "login"
    [step.operation.parameters]
    device = "Firefox on Debian"
    place = "Brno, Czech Republic"
    ipAddress = "192.0.2.17"
    [step.operation.translations.cs]
    device = "Firefox na Debianu"
    place = "Brno, Česko"

    # A payment with the recipient's description.
    [[step]]
    after = 10
    [step.operation]
    template = "payment"
    [step.operation.parameters]
    amount = "1249.90"
    currency = "CZK"
    iban = "CZ5508000000001234567899"
    partyName = "Books by the Bridge"
    partyDescription = "Bookshop"
    partyWebsite = "https://books.example"
    partyLogo = "https://books.example/logo.png"
    reference = "20260117"
    note = "Two atlases and one dictionary, delivered home."
    [step.operation.translations.cs]
    partyName = "Knihy u mostu"
    partyDescription = "Knihkupectví"
    note = "Dva atlasy a jeden slovník, s doručením domů."

    # An exchange whose rate may still change.
    [[step]]
    after = 15
    [step.operation]
    template = "conversion"
    [step.operation.parameters]
    sourceAmount = "500.00"
    sourceCurrency = "EUR"
    targetAmount = "12532.50"
    targetCurrency = "CZK"
    rate = "1 EUR = 25.065 CZK"
    dynamic = "true"
    [step.operation.translations.cs]
    rate = "1 EUR = 25,065 CZK"

    # A warning, and a slider that must be pulled.
    [[step]]
    [step.operation]
    template = "payment_checked"
    [step.operation.parameters]
    amount = "48000.00"
    currency = "CZK"
    iban = "DE89370400440532013000"
    note = "Advance for the kitchen"
    [step.operation.translations.cs]
    note = "Záloha na kuchyň"

    # Two pages before the approval: list, alerts, links, a counter, a slider.
    [[step]]
    [step.operation]
    template = "payment_guarded"
    [step.operation.parameters]
    amount = "250000.00"
    currency = "CZK"
    iban = "CZ6508000000192000145399"
    note = "Deposit for the flat"
    [step.operation.translations.cs]
    note = "Kauce za byt"

    # The bank's page shows a code; the message stands in for that page.
    [[step]]
    name = "nearby"
    [step.operation]
    template = "payment_nearby"
    proximityCheckEnabled = true
    expiresInSeconds = 900
    [step.operation.parameters]
    amount = "3200.00"
    currency = "CZK"
    iban = "CZ5508000000001234567899"

    [[step]]
    after = 1
    about = "nearby"
    [step.message]
    subject = "The code of the bank's page"
    summary = "Open it, and take the code to the payment."
    body = """
    The page on which you ordered the payment would show this link as a code:

    ${link}

    The number in it, if you would rather type it: ${otp}
    It is good for half a minute; open the message again for a new one.
    """
    [step.message.translations.cs]
    subject = "Kód ze stránky banky"
    summary = "Otevřete zprávu a zadejte její kód k platbě."
    body = """
    Stránka, na které jste platbu zadali, by tento odkaz ukázala jako kód:

    ${link}

    Číslo z něj, pokud ho chcete raději opsat: ${otp}
    Platí půl minuty; pro nové otevřete zprávu znovu.
    """

    # An operation of nobody yet: whoever opens the link first gets it.
    [[step]]
    name = "for-anybody"
    [step.operation]
    template = "login_web"
    unassigned = true
    expiresInSeconds = 900
    [step.operation.parameters]
    place = "A terminal in the library, Olomouc"
    [step.operation.translations.cs]
    place = "Počítač v knihovně, Olomouc"

    [[step]]
    after = 1
    about = "for-anybody"
    [step.message]
    subject = "A link to an operation"
    summary = "Somebody signs in on another device."
    body = """
    On the other device stands this link. Nobody has the operation yet; it is yours when you open it:

    ${link}
    """
    [step.message.translations.cs]
    subject = "Odkaz na operaci"
    summary = "Někdo se přihlašuje na jiném zařízení."
    body = """
    Na jiném zařízení se ukazuje tento odkaz. Operace zatím nepatří nikomu; otevřením bude vaše:

    ${link}
    """

    # Pictures, and the bank's own arrangement of rows.
    [[step]]
    [step.operation]
    template = "card_payment"
    [step.operation.parameters]
    amount = "89.00"
    currency = "EUR"
    shop = "Ceramics of the Sazava"
    card = "5168 44** **** 7731"
    thumbnailUrl = "/demo/pictures/bowl-small.png"
    originalUrl = "/demo/pictures/bowl.png"
    note = "Goods may be returned within 14 days. What was made to measure may not."
    [step.operation.translations.cs]
    shop = "Keramika ze Sázavy"
    note = "Zboží lze vrátit do 14 dnů. To, co bylo vyrobeno na míru, vrátit nelze."

    # After the approval: a recapitulation, a way back to the shop, a document of its own.
    [[step]]
    [step.operation]
    template = "order_review"
    [step.operation.parameters]
    amount = "640.00"
    currency = "CZK"
    reference = "B-20417"

    [[step]]
    [step.operation]
    template = "order_shop"
    [step.operation.parameters]
    amount = "1890.00"
    currency = "CZK"
    reference = "7731"

    [[step]]
    [step.operation]
    template = "order_ticket"
    [step.operation.parameters]
    amount = "32.00"
    currency = "CZK"

    # One that is nearly over.
    [[step]]
    [step.operation]
    template = "login"
    expiresInSeconds = 40
    [step.operation.parameters]
    device = "Chrome on Windows"
    place = "Lisbon, Portugal"
    ipAddress = "198.51.100.4"
    [step.operation.translations.cs]
    device = "Chrome ve Windows"
    place = "Lisabon, Portugalsko"

    # One that the bank takes back.
    [[step]]
    name = "taken-back"
    [step.operation]
    template = "payment_risk"
    [step.operation.parameters]
    amount = "99.00"
    currency = "USD"
    iban = "GB29NWBK60161331926819"
    alertType = "WARNING"
    alertTitle = "Unusual payment"
    alertMessage = "The amount and the country differ from your usual payments."
    reference = "INV-7731"
    [step.operation.translations.cs]
    alertTitle = "Neobvyklá platba"
    alertMessage = "Částka a země se liší od vašich obvyklých plateb."

    [[step]]
    after = 60
    cancel = "taken-back"
    reason = "WITHDRAWN_BY_SHOP"

    # Without a network.
    [[step]]
    name = "offline"
    [step.operation]
    template = "payment"
    expiresInSeconds = 900
    [step.operation.parameters]
    amount = "750.00"
    currency = "CZK"
    iban = "CZ5508000000001234567899"
    note = "This one can be approved without a network, too."
    [step.operation.translations.cs]
    note = "Tuto platbu lze schválit i bez připojení."

    [[step]]
    after = 1
    about = "offline"
    [step.message]
    subject = "How to approve without a network"
    summary = "The text of a code, and what to do with it."
    body = """
    The bank's page would show this text as a code. Paste it under Offline, as it is:

    ${offline}

    The token answers with a code of two groups, which you would type at the bank's page.
    """
    [step.message.translations.cs]
    subject = "Jak schválit bez připojení"
    summary = "Text kódu a co s ním."
    body = """
    Stránka banky by tento text ukázala jako kód. Vložte ho tak, jak je, na kartě Offline:

    ${offline}

    Token odpoví kódem o dvou skupinách, který byste opsali na stránce banky.
    """

    # Text that hides, turns round and mixes alphabets.
    [[step]]
    [step.operation]
    operationType = "hostile"
    data = "A1*A1.00EUR*ICZ5508000000001234567899"
    [step.operation.formData]
    title = "Payment\u202Eknab ruoy morf\u202C"
    message = "P\u0430ypal \u200Basks: \u001B[31mapprove\u001B[0m \u2067\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627\u2069"
    [[step.operation.formData.attributes]]
    id = "amount"
    type = "AMOUNT"
    label = "Amount"
    amount = 1.00
    currency = "EUR"
    amountFormatted = "1.00"
    currencyFormatted = "EUR"
    [[step.operation.formData.attributes]]
    id = "note"
    type = "NOTE"
    label = "\u05D4\u05E2\u05E8\u05D4"
    note = "\u0634\u0643\u0631\u0627 \u0644\u0643 - \u05EA\u05D5\u05D3\u05D4"

    # Every kind of row.
    [[step]]
    [step.operation]
    template = "all_rows"
    [step.operation.parameters]
    success = "SUCCESS"
    info = "INFO"
    warning = "WARNING"
    error = "ERROR"
    alertTitle = "What an alert says"
    alertMessage = "There are four kinds of them."
    amount = "-123456789012345678.90"
    currency = "CZK"
    targetAmount = "4925460.21"
    targetCurrency = "EUR"
    value = "CZ55 0800 0000 0012 3456 7899"
    note = "A note may have\nseveral lines."
    partyName = "Books by the Bridge"
    partyDescription = "Bookshop"
    partyWebsite = "https://books.example"
    thumbnailUrl = "/demo/pictures/bowl-small.png"
    [step.operation.translations.cs]
    alertTitle = "Co upozornění říká"
    alertMessage = "Upozornění jsou čtyř druhů."
    note = "Poznámka může mít\nvíce řádků."
    partyName = "Knihy u mostu"
    partyDescription = "Knihkupectví"

    # A page of information before the approval.
    [[step]]
    [step.operation]
    template = "payment_informed"
    [step.operation.parameters]
    amount = "0.50"
    currency = "EUR"
    iban = "CZ5508000000001234567899"

    [[step]]
    after = 5
    [step.message]
    type = "html"
    subject = "Your card is on its way"
    summary = "It arrives within five days."
    body = "<h1>Your card</h1><p>It is <b>on its way</b> and arrives within <i>five days</i>.</p><ul><li>Sign it.</li><li>Switch it on in <a href='https://bank.example/cards'>your cards</a>.</li></ul>"
    [step.message.translations.cs]
    subject = "Vaše karta je na cestě"
    summary = "Dorazí do pěti dnů."
    body = "<h1>Vaše karta</h1><p>Je <b>na cestě</b> a dorazí do <i>pěti dnů</i>.</p><ul><li>Podepište ji.</li><li>Zapněte ji ve <a href='https://bank.example/cards'>svých kartách</a>.</li></ul>"
    """#
}
