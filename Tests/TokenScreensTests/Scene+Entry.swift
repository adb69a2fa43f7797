import TokenModel
import TokenScreens

/// The ways into an activation beside the code, and what is said once after it.
extension Scene {
  static let entry = [
    Scene("ways") { columns, rows in
      var stage = Stage.everyWay(columns: columns, rows: rows)
      stage.press("j")
      return stage
    },
    Scene("credentials") { columns, rows in
      var stage = Stage.everyWay(columns: columns, rows: rows)
      stage.press("c")
      stage.type("jane")
      stage.press(.enter)
      stage.type("pass")
      return stage
    },
    Scene("credentials-missing") { columns, rows in
      var stage = Stage.everyWay(columns: columns, rows: rows)
      stage.press("c", .enter)
      return stage
    },
    Scene("recovery-entry") { columns, rows in
      var stage = Stage.recovering(columns: columns, rows: rows)
      stage.type("01234")
      return stage
    },
    Scene("recovery-entry-refused") { columns, rows in
      var stage = Stage.recovering(columns: columns, rows: rows)
      stage.type("0123456789")
      stage.press(.enter)
      stage.activate()
      stage.receive(.activated(.failure(.recoveryRefused(nextPUK: 3))))
      return stage
    },
    Scene("recovery-entry-next") { columns, rows in
      var stage = Stage.recovering(columns: columns, rows: rows)
      stage.type("0123456789")
      stage.press(.enter)
      stage.activate()
      stage.receive(.activated(.failure(.recoveryRefused(nextPUK: 3))))
      stage.press("c")
      return stage
    },
    Scene("sign-in") { columns, rows in Stage.signingIn(columns: columns, rows: rows) },
    Scene("sign-in-picture") { columns, rows in
      var stage = Stage.signingIn(columns: columns, rows: rows)
      stage.press("G")
      return stage
    },
    Scene("sign-in-address") { columns, rows in
      var stage = Stage.signingIn(columns: columns, rows: rows)
      stage.press("e")
      stage.type("http://127.0.0.1:49152/redirect?code=q7Rk2&state=cX0PqJ6Wf8yLz3aM")
      return stage
    },
    Scene("sign-in-wrong") { columns, rows in
      var stage = Stage.signingIn(columns: columns, rows: rows)
      stage.send(.paste("https://home.example/"))
      stage.receive(.oidcGranted(.failure(.oidc(.invalidRedirect))))
      return stage
    },
    Scene("sign-in-denied") { columns, rows in
      var stage = Stage.signingIn(columns: columns, rows: rows)
      stage.receive(.oidcGranted(.failure(.oidc(.denied("access_denied")))))
      return stage
    },
    Scene("signed-in") { columns, rows in
      var stage = Stage.signingIn(columns: columns, rows: rows)
      stage.receive(.oidcGranted(.success(.home)))
      return stage
    },
    Scene("new-codes") { columns, rows in
      var stage = activating(columns, rows)
      stage.receive(.activated(.success(.withRecovery)))
      return stage
    },
    Scene("new-codes-covered") { columns, rows in
      var stage = activating(columns, rows)
      stage.receive(.activated(.success(.withRecovery)))
      stage.press(.control("z"))
      return stage
    },
    Scene("waiting-greeted") { columns, rows in
      var stage = activating(columns, rows)
      stage.receive(.activated(.success(.withRecovery)))
      stage.press("w")
      return stage
    },
  ]
}
