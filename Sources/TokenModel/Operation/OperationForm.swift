/// What an operation shows: texts and attributes (`formData`).
public struct OperationForm: Equatable, Sendable {
  public let title: String
  public let message: String
  public let attributes: [Attribute]
  /// Attributes that lacked what their type promises; the others are shown all the same.
  public let unreadable: Int
  public let resultTexts: ResultTexts

  /// The bank's own words for the result; each may be absent.
  public struct ResultTexts: Equatable, Sendable {
    public let success: String?
    public let reject: String?
    public let failure: String?
  }

  /// Nothing: for an operation of which nobody has told anything.
  init() {
    (title, message, attributes, unreadable) = ("", "", [], 0)
    resultTexts = ResultTexts(success: nil, reject: nil, failure: nil)
  }

  /// Nil without a title, the only member that is required; bad attributes are left out one by one.
  init?(_ json: JSONValue?) {
    guard let json, let title = json["title"]?.string else { return nil }
    self.title = title
    message = json["message"]?.string ?? ""
    let list = json["attributes"]?.array ?? []
    attributes = list.compactMap(Attribute.init)
    unreadable = list.count - attributes.count
    let texts = json["resultTexts"]
    resultTexts = ResultTexts(
      success: texts?["success"]?.string, reject: texts?["reject"]?.string,
      failure: texts?["failure"]?.string)
  }
}
