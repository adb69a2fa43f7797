import PowerAuth
import Resources
import TokenModel

/// The pictures of the demonstration, as a bank's or a shop's server would have them.
enum PictureEndpoints {
  static let routes = [Route("GET", "demo/pictures/*", picture)]

  private static func picture(_ call: Call) throws -> SandboxResponse {
    guard let name = call.pathValues.first, let text = SandboxResources.pictures[name],
      let bytes = Base64.decode(text)
    else { throw Refusal.notFound }
    return SandboxResponse(png: bytes)
  }
}
