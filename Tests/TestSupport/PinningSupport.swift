import Synchronization
import TokenCore
import TokenModel

/// A place for the list of certificates that forgets it with the process, and can be made to fail.
public final class MemoryPinStore: PinListStore {
  private let list = Mutex<[UInt8]?>(nil)
  private let fault = Mutex<StorageFault?>(nil)

  public init() {}

  /// What was kept last.
  public var kept: [UInt8]? {
    get { list.withLock { $0 } }
    set { list.withLock { $0 = newValue } }
  }

  /// Makes every call fail; nil mends it.
  public func fail(with fault: StorageFault?) { self.fault.withLock { $0 = fault } }

  public func pinList() throws(StorageFault) -> [UInt8]? {
    if let fault = fault.withLock({ $0 }) { throw fault }
    return kept
  }

  public func save(pinList: [UInt8]) throws(StorageFault) {
    if let fault = fault.withLock({ $0 }) { throw fault }
    kept = pinList
  }
}

/// A server of lists that does as it is told, and remembers what it was asked.
public final class ScriptedPinService: PinListFetching {
  public typealias Answering =
    @Sendable (_ url: String, _ headers: [HeaderField]) -> IncomingAnswer?

  private let answering: Mutex<Answering>
  private let asked = Mutex<[[HeaderField]]>([])

  /// Nil is a network that does not answer.
  public init(_ answering: @escaping Answering) { self.answering = Mutex(answering) }

  public func answer(_ answering: @escaping Answering) {
    self.answering.withLock { $0 = answering }
  }

  /// The headers of all requests so far.
  public var requests: [[HeaderField]] { asked.withLock { $0 } }

  public func fetch(
    _ url: String, _ headers: [HeaderField]
  ) async throws(TransportFault) -> IncomingAnswer {
    asked.withLock { $0.append(headers) }
    guard let answer = answering.withLock({ $0 })(url, headers) else {
      throw TransportFault(.connectionLost, mayHaveBeenSent: true)
    }
    return answer
  }
}
