import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and SIGTERM cancel the work, so that children end and nothing half-written stays.
/// A second Ctrl-C ends the program at once.
enum Interruption {
    static func obeyed(_ body: sending @escaping () async throws -> Void) async throws {
        // A signal arrives outside any task, so it needs a handle to cancel.
        let work = Task { try await body() }  // unstructured: see above
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if work.isCancelled { _exit(130) }
                work.cancel()
            }
            source.resume()
            return source
        }
        signal(SIGPIPE, SIG_IGN)
        defer { sources.forEach { $0.cancel() } }
        try await work.value
    }
}
