import Synchronization

/// Counts what fakes were asked to do; shared by all fakes of one test.
package final class CallLog: Sendable {
    private let calls = Mutex<[String]>([])

    package init() {}

    package func add(_ call: String) { calls.withLock { $0.append(call) } }
    package func clear() { calls.withLock { $0 = [] } }

    package func count(_ prefix: String) -> Int {
        calls.withLock { $0.count { $0.hasPrefix(prefix) } }
    }

    package var all: [String] { calls.withLock { $0 } }
}
