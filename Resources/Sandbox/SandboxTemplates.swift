/// What the sandbox bank has to approve, as JSON that `Sandbox` reads at start.
public enum SandboxResources {
  /// Kinds of operations: `name` is what the bank asks for, `type` finds the texts.
  ///
  /// `data` and texts may hold `${parameter}`. `signatureTypes` with `possession` makes an operation
  /// of one factor. `riskFlags`: X flips the buttons, C blocks approval on a call, F warns of fraud.
  public static let templates = """
    [
      {"name": "login", "type": "login", "data": "A2",
       "signatureTypes": ["possession"], "expiresInSeconds": 120, "maxFailures": 5},
      {"name": "login_web", "type": "login_web", "data": "A2",
       "signatureTypes": ["possession_knowledge", "possession_biometry"],
       "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "payment", "type": "authorize_payment", "data": "A1*A${amount}${currency}*I${iban}",
       "signatureTypes": ["possession_knowledge", "possession_biometry"],
       "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "conversion", "type": "authorize_conversion",
       "data": "A0*A${sourceAmount}${sourceCurrency}*A${targetAmount}${targetCurrency}",
       "signatureTypes": ["possession_knowledge"], "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "payment_risk", "type": "authorize_payment",
       "data": "A1*A${amount}${currency}*I${iban}", "riskFlags": "XCF",
       "signatureTypes": ["possession_knowledge"], "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "payment_checked", "type": "authorize_checked_payment",
       "data": "A1*A${amount}${currency}*I${iban}",
       "signatureTypes": ["possession_knowledge"], "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "payment_informed", "type": "authorize_informed_payment",
       "data": "A1*A${amount}${currency}*I${iban}",
       "signatureTypes": ["possession_knowledge"], "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "payment_guarded", "type": "authorize_guarded_payment",
       "data": "A1*A${amount}${currency}*I${iban}",
       "signatureTypes": ["possession_knowledge", "possession_biometry"],
       "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "payment_nearby", "type": "authorize_nearby_payment",
       "data": "A1*A${amount}${currency}*I${iban}",
       "signatureTypes": ["possession_knowledge"], "expiresInSeconds": 600, "maxFailures": 5},
      {"name": "payment_biometry", "type": "authorize_payment",
       "data": "A1*A${amount}${currency}*I${iban}",
       "signatureTypes": ["possession_biometry"], "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "order_review", "type": "order_review", "data": "A1*A${amount}${currency}",
       "signatureTypes": ["possession_knowledge"], "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "order_shop", "type": "order_shop", "data": "A1*A${amount}${currency}",
       "signatureTypes": ["possession_knowledge"], "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "order_ticket", "type": "order_ticket", "data": "A1*A${amount}${currency}",
       "signatureTypes": ["possession_knowledge"], "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "card_payment", "type": "card_payment", "data": "A1*A${amount}${currency}",
       "signatureTypes": ["possession_knowledge", "possession_biometry"],
       "expiresInSeconds": 300, "maxFailures": 5},
      {"name": "all_rows", "type": "all_rows", "data": "A0",
       "signatureTypes": ["possession_knowledge"], "expiresInSeconds": 600, "maxFailures": 5}
    ]
    """
}
