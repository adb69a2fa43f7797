import Testing
import TokenModel

@testable import TokenScreens

/// Operations that came another way, by identifier and data.
@Suite struct GivenOperationTests {
  private static let id = Scene.givenID
  private static let unseen = UserOperation(unseen: Scene.givenID, data: Scene.givenData)
  private static let pin = PIN.digits("4071").map { SecondFactor.pin($0) }

  private static func asked(_ data: String = Scene.givenData) -> Stage {
    var stage = Scene.given(id, data)
    stage.press(.enter)
    return stage
  }

  @Test func `the bank is asked for it before anything is shown`() {
    let stage = Self.asked()
    #expect(stage.effects == [.fetchOperation(id: Self.id)])
    #expect(!stage.shows("Approve"))
  }

  @Test func `enter leads from the identifier to the data, and only then to the bank`() {
    var stage = Stage.operations()
    stage.press("i", .enter)
    #expect(stage.shows("Enter the identifier first."))
    stage.type("op 7")
    stage.press(.enter)
    #expect(stage.effects.isEmpty)
    stage.type("A2")
    stage.press(.tab)
    stage.type("x")
    stage.press(.enter)
    #expect(stage.effects == [.fetchOperation(id: "op 7x")])
  }

  @Test func `what the bank shows is decided on its own page`() {
    var stage = Self.asked()
    stage.receive(.operation(id: Self.id, .success(Scene.known())))
    #expect(stage.shows("Please confirm your rent."))
    #expect(stage.effects == [.digest(operationID: Self.id, data: Scene.givenData)])
    stage.receive([.login])
    #expect(stage.shows("Please confirm your rent."), "lists that lack it close nothing")
    stage.press("q")
    #expect(stage.shows("Login Approval"))
  }

  @Test func `without data the bank's page is all there is to see`() {
    var stage = Self.asked("")
    stage.receive(.operation(id: Self.id, .success(Scene.known())))
    #expect(stage.shows("Please confirm your rent."))
  }

  @Test func `what is over says so and cannot be decided`() {
    var stage = Self.asked()
    stage.receive(.operation(id: Self.id, .success(Scene.known().with(status: "EXPIRED"))))
    #expect(stage.shows("The operation has expired."))
    stage.press("a", "x")
    #expect(stage.shows("Reject: closed"))
  }

  @Test(arguments: [
    Scene.givenData + " ", Scene.givenData + "\n", "a1" + Scene.givenData.dropFirst(2), "A1",
  ])
  func `data that differ are refused with the reason`(data: String) {
    var stage = Self.asked(data)
    stage.receive(.operation(id: Self.id, .success(Scene.known())))
    #expect(stage.shows("These are not the data of this operation."))
    stage.press("a", "x", "y")
    #expect(stage.shows("These are not the data of this operation."))
    #expect(stage.effects.isEmpty)
    stage.press(.enter, .backspace, .enter)
    #expect(stage.effects == [.fetchOperation(id: Self.id)])
  }

  @Test func `the same letter in another form is another text`() {
    var stage = Self.asked("A1*NCaf\u{65}\u{301}")
    stage.receive(.operation(id: Self.id, .success(Scene.known(data: "A1*NCaf\u{E9}"))))
    #expect(stage.shows("They differ from byte 8 on."))
  }

  @Test(
    arguments: [
      .operation(.notAvailable), .untrustedAnswer(.missing(member: "formData.title")),
      .refused(ServerRefusal(status: 404, code: "ERROR_NOT_FOUND", message: "")),
    ] as [TokenFailure])
  func `what the bank does not show is shown as it was given`(failure: TokenFailure) {
    var stage = Self.asked()
    stage.receive(.operation(id: Self.id, .failure(failure)))
    stage.receive(.digest(operationID: Self.id, sha256: Scene.givenDigest))
    #expect(stage.shows("! Your bank tells nothing about this operation."))
    #expect(stage.shows(Self.id))
    #expect(stage.shows("*NRent\\u{A}July"), "a line break is seen")
    #expect(stage.shows("1250.00 EUR"))
    #expect(stage.shows(String(Scene.givenDigest.prefix(4))))
  }

  @Test(
    arguments: [
      .operation(.alreadyFinished), .operation(.expired), .network(.connectionLost),
      .signatureRefused(attemptsLeft: nil), .untrustedAnswer(.missing(member: "responseObject")),
      .untrustedAnswer(.missing(member: "responseObject.id")),
    ] as [TokenFailure])
  func `any other answer shows nothing, and can be asked for again`(failure: TokenFailure) {
    var stage = Self.asked()
    stage.receive(.operation(id: Self.id, .failure(failure)))
    #expect(stage.shows("The operation was not opened"))
    stage.press("r")
    #expect(stage.effects == [.fetchOperation(id: Self.id)])
    stage.receive(.operation(id: Self.id, .failure(failure)))
    stage.press(.enter)
    #expect(stage.shows(Self.id))
  }

  @Test func `a blocked device is told`() {
    var stage = Self.asked()
    stage.receive(.operation(id: Self.id, .failure(.blocked)))
    #expect(stage.shows("blocked"))
  }

  @Test func `an answer that nobody waits for any more opens nothing`() {
    var stage = Self.asked()
    stage.press("q")
    stage.receive(.operation(id: Self.id, .failure(.operation(.notAvailable))))
    #expect(stage.shows("Login Approval"))
    stage = Self.asked()
    stage.receive(.operation(id: "op-login", .success(.login)))
    #expect(!stage.shows("Sign in to Internet banking"))
  }

  @Test func `two factors approve it, after one more question`() {
    var stage = Scene.unseen()
    stage.press("a")
    #expect(stage.shows("Approve what nobody has shown?"))
    stage.press(.enter, "a")
    #expect(!stage.shows("PIN"))
    stage.press("y")
    stage.type("4071")
    stage.press(.enter)
    #expect(
      stage.effects == [.approve(Self.unseen, with: Self.pin, evidence: ApprovalEvidence())])
    stage.receive(.decided(operationID: Self.id, .success(.init())))
    #expect(stage.shows("✓ Approved"))
    #expect(stage.shows("Not shown by your bank"))
    #expect(!stage.shows("What was signed differed from what was shown."))
  }

  @Test func `nothing is approved before all of it was on the terminal`() {
    var stage = Scene.given(Self.id, String(repeating: "A2*N0123456789", count: 100))
    stage.press(.enter)
    stage.receive(.operation(id: Self.id, .failure(.operation(.notAvailable))))
    stage.receive(.digest(operationID: Self.id, sha256: Scene.givenDigest))
    stage.press("a")
    #expect(stage.shows("more line"))
    #expect(!stage.shows("Approve what nobody has shown?"))
    stage.readOn()
    stage.press("a")
    #expect(stage.shows("Approve what nobody has shown?"))
  }

  @Test func `the hash of other data never stands on the page`() {
    var stage = Scene.unseen()
    stage.press("q", "i")
    stage.send(.paste(Self.id))
    stage.press(.tab)
    stage.send(.paste("A2"))
    stage.press(.enter)
    stage.receive(.operation(id: Self.id, .failure(.operation(.notAvailable))))
    #expect(!stage.shows(String(Scene.givenDigest.prefix(4))))
    #expect(stage.effects == [.digest(operationID: Self.id, data: "A2")])
  }

  @Test(arguments: ["", Scene.givenData])
  func `it is rejected with a reason, with its data or without`(data: String) {
    var stage = Scene.unseen(data)
    stage.press("x", "1", "y")
    let operation = UserOperation(unseen: Self.id, data: data)
    #expect(
      stage.effects == [
        .reject(operation, reason: .unexpectedOperation, mobileTokenData: nil)
      ])
    stage.receive(.decided(operationID: Self.id, .success(.init())))
    #expect(stage.shows("✓ Rejected"))
  }

  @Test func `without data nothing can be approved`() {
    var stage = Scene.unseen("")
    stage.press("a")
    #expect(stage.shows("Without its data nothing can be signed."))
    #expect(stage.shows("Approve: closed"))
    #expect(!stage.shows("Approve what nobody has shown?"))
  }

  @Test func `lists that lack it do not close it, and one that has it shows it`() {
    var stage = Scene.unseen()
    stage.receive([.login])
    #expect(stage.effects.isEmpty)
    #expect(stage.shows("Your bank shows nothing of this operation"))
    stage.press("a", "y")
    stage.receive([.login, Scene.known()])
    #expect(stage.shows("Your bank shows this operation now. Read it."))
    #expect(stage.shows("Please confirm your rent."))
    #expect(stage.effects.contains(.digest(operationID: Self.id, data: Scene.givenData)))
  }

  @Test func `a list that has other data says so`() {
    var stage = Scene.unseen()
    stage.receive([Scene.known(data: "A2")])
    #expect(stage.shows("and its data are not those"))
  }
}

/// What becomes of them after a lost answer, and on the way.
@Suite struct GivenOperationFateTests {
  private static let id = Scene.givenID

  private static func doubtful() -> Stage {
    var stage = Scene.unseen()
    stage.press("a", "y")
    stage.type("4071")
    stage.press(.enter)
    stage.receive(.decided(operationID: id, .failure(.outcomeUnknown(.timeOut(seconds: 20)))))
    return stage
  }

  @Test func `after a lost answer the bank is asked before another try`() {
    var stage = Self.doubtful()
    #expect(stage.effects == [.refreshOperations, .fetchOperation(id: Self.id)])
    stage.press("a")
    #expect(stage.shows("We do not know yet whether your approval has arrived."))
    #expect(stage.effects.isEmpty)
    stage.receive(.operation(id: Self.id, .failure(.operation(.notAvailable))))
    #expect(stage.shows("Your bank does not show whether your decision has arrived."))
    stage.readOn()
    stage.press("a")
    #expect(stage.shows("Approve what nobody has shown?"), "it is asked anew")
  }

  @Test func `a lost answer is found out where the bank tells`() {
    var stage = Self.doubtful()
    stage.receive(.operation(id: Self.id, .failure(.operation(.alreadyFinished))))
    #expect(stage.shows("! Finished"))
    stage = Self.doubtful()
    stage.receive(.operation(id: Self.id, .success(Scene.known().with(status: "APPROVED"))))
    #expect(stage.shows("✓ Approved"))
  }

  @Test func `what the bank hides of another operation ends no doubt about this one`() {
    var stage = Stage.operations([.payment])
    stage.press(.enter)
    stage.readOn()
    stage.prove("a")
    stage.receive(
      .decided(operationID: "op-payment", .failure(.outcomeUnknown(.timeOut(seconds: 20)))))
    stage.press("q", "i")
    stage.send(.paste(Self.id))
    stage.press(.tab)
    stage.send(.paste(Scene.givenData))
    stage.press(.enter)
    stage.receive(.operation(id: Self.id, .failure(.operation(.notAvailable))))
    #expect(stage.shows("Your bank tells nothing about this operation."))
    let gateway = ServerRefusal(status: 404, code: "", message: "")
    stage.receive(.operation(id: "op-payment", .failure(.refused(gateway))))
    #expect(stage.state.world.doubts["op-payment"] != nil)
  }

  @Test func `a second answer like the one that opened it changes nothing`() {
    var stage = Scene.unseen()
    stage.press("a", "y")
    stage.receive(.operation(id: Self.id, .failure(.operation(.notAvailable))))
    #expect(stage.shows("PIN"))
    stage.press(.escape)
    #expect(!stage.shows("closed"))
  }

  @Test func `no answer at all leaves the doubt`() {
    var stage = Self.doubtful()
    stage.receive(.operation(id: Self.id, .failure(.network(.connectionLost))))
    stage.press("a", "x")
    #expect(stage.effects.isEmpty)
    stage.press("r")
    #expect(stage.effects == [.refreshOperations, .fetchOperation(id: Self.id)])
  }

  @Test func `who comes back in doubt is asked for again`() {
    var stage = Self.doubtful()
    stage.receive(.operation(id: Self.id, .failure(.network(.connectionLost))))
    stage.press("q", "i")
    stage.send(.paste(Self.id))
    stage.press(.tab)
    stage.send(.paste(Scene.givenData))
    stage.press(.enter)
    stage.receive(.operation(id: Self.id, .failure(.operation(.notAvailable))))
    #expect(stage.shows("We do not know yet whether your approval has arrived."))
    #expect(stage.effects.contains(.fetchOperation(id: Self.id)))
  }

  @Test func `a code of the bank's page goes along, and goes with a suspension`() {
    var stage = Scene.unseen()
    stage.press("p")
    stage.send(.paste("mtoken://operation?oid=\(Self.id)&potp=97531864"))
    stage.press("d", "q", .end)
    #expect(stage.shows("✓ The code of your bank's page is here."))
    stage.press(.control("z"))
    stage.press(.end)
    #expect(!stage.shows("The code of your bank's page is here."))
    #expect(stage.shows("Your bank shows nothing of this operation"))
  }

  @Test func `what was typed goes with a suspension`() {
    var stage = Scene.given()
    stage.press(.control("z"))
    #expect(!stage.shows(Self.id))
    #expect(!stage.shows("NRent"))
  }

  @Test func `a paste keeps every byte of the data and trims the identifier`() {
    var stage = Stage.operations()
    stage.press("i")
    stage.send(.paste("  \(Self.id)\n"))
    stage.press(.enter)
    stage.send(.paste(" A1*Nx\u{1B}[2J\n"))
    #expect(stage.shows("11 bytes"))
    #expect(stage.shows("It counts, too."))
    #expect(stage.shows("\\u{1B}[2J\\u{A}"))
    stage.press(.enter)
    stage.receive(.operation(id: Self.id, .failure(.operation(.notAvailable))))
    #expect(stage.effects == [.digest(operationID: Self.id, data: " A1*Nx\u{1B}[2J\n")])
  }

  @Test func `data that are too long are not cut`() {
    var stage = Scene.given(Self.id, "A2*N")
    stage.send(.paste(String(repeating: "x", count: DataField.limit)))
    #expect(stage.shows("The text was not taken"))
    #expect(stage.shows("4 bytes"))
    stage.press(.tab)
    stage.send(.paste(String(repeating: "x", count: 255)))
    #expect(stage.shows("This text is too long for an identifier."))
  }

  @Test func `a link in the first field is followed`() {
    var stage = Stage.operations()
    stage.press("i")
    stage.send(.paste("mtoken://operation?oid=op-login"))
    #expect(stage.shows("Sign in to Internet banking"))
  }

  @Test func `a field of data shows its end, and wide characters fit`() {
    var field = DataField()
    field.insert(String(repeating: "\u{4E00}", count: 50))
    var canvas = Canvas(size: Size(columns: 20, rows: 1))
    field.view(&canvas, 0, 0, columns: 10, isFocused: true)
    #expect(canvas.frame.text.hasPrefix("…"))
    let isCleared = field.take(.control("u"))
    let isMoved = field.take(.left)
    #expect(isCleared && field.text.isEmpty && !isMoved)
  }
}
