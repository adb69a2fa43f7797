import HTTPTypes
import Hummingbird
import NIOCore
import PowerAuth

/// Translates between HTTP and the sandbox, nothing else.
struct HTTPShell: HTTPResponder {
  /// Bytes of a request's body.
  static let bodyLimit = 1 << 20

  let sandbox: Sandbox

  /// The connection of one request, to be closed when its answer is to be lost.
  struct Context: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: Self.bodyLimit)
    } catch is NIOTooManyBytesError {
      return Self.response(Self.tooLarge.response)
    }
    let answer = await sandbox.handle(
      SandboxRequest(
        method: request.method.rawValue, target: request.uri.string,
        headers: Self.headers(of: request),
        body: Array(body.readableBytesView)))
    if answer.isLost { try? await context.channel.close() }
    return Self.response(answer)
  }

  private static let tooLarge = Refusal(
    status: 413, code: "ERROR_REQUEST", message: "The request body is larger than 1 MiB.")

  /// The library keeps the host apart from the other headers.
  private static func headers(of request: Request) -> [(name: String, value: String)] {
    let host = request.head.authority.map { [(name: "Host", value: $0)] } ?? []
    return host + request.headers.map { (name: $0.name.rawName, value: $0.value) }
  }

  private static func response(_ answer: SandboxResponse) -> Response {
    var headers: HTTPFields = answer.body.isEmpty ? [:] : [.contentType: answer.contentType]
    headers[.location] = answer.location
    if let name = HTTPField.Name(FingerprintSignature.signatureHeader) {
      headers[name] = answer.signature
    }
    return Response(
      status: HTTPResponse.Status(code: answer.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
  }
}
