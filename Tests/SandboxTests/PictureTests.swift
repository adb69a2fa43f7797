import Testing
import TokenModel

@testable import Sandbox

@Suite struct PictureTests {
  @Test(arguments: ["bowl.png", "bowl-small.png"])
  func `a picture of the demonstration is served as PNG`(name: String) async throws {
    let answer = await (try Sandbox()).handle(
      SandboxRequest(method: "GET", target: "/demo/pictures/\(name)"))
    #expect(answer.status == 200 && answer.contentType == "image/png")
    #expect(answer.body.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func `no other picture is there`() async throws {
    let answer = await (try Sandbox()).handle(
      SandboxRequest(method: "GET", target: "/demo/pictures/other.png"))
    #expect(answer.status == 404)
  }
}
