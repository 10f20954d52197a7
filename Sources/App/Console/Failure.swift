import ArgumentParser
import BatchVideo
import Foundation

/// An error on its way to the shell: one clear line and an exit status by kind (BSD sysexits).
struct Failure {
    let error: any Error

    init(_ error: any Error) { self.error = error }

    var status: Int32 {
        switch error {
        case let known as BatchVideoError: Self.status(of: known.code)
        case is CancellationError: 130
        default: Program.exitCode(for: error).rawValue  // 64 for a wrong option, 0 for help
        }
    }

    /// The line for the user; nil when there is nothing to add (help was asked for).
    var message: String? {
        switch error {
        case let known as BatchVideoError: known.message + advice(for: known.code)
        case is CancellationError: "interrupted; run the same command again to go on where it stopped"
        default: status == 0 ? nil : "\(Program.message(for: error)) (see: batchvideo help)"
        }
    }

    /// Finished work is kept, so a failure that is not the input's may pass at the next try.
    private func advice(for code: BatchVideoError.Code) -> String {
        switch code {
        case .media, .internal, .timeout: " (run the same command again to go on where it stopped)"
        case .invalid, .unauthorized, .forbidden, .notFound, .conflict, .limited, .rejected,
            .unavailable, .unwritable, .cancelled:
            ""
        }
    }

    func exit() -> Never {
        guard let message else { Program.exit(withError: error) }
        let cause = (error as? BatchVideoError)?.cause
        Terminal.complain("batchvideo: \(message)")
        if let cause, ProcessInfo.processInfo.environment["BATCHVIDEO_DEBUG"] != nil {
            Terminal.complain("  cause: \(cause)")
        }
        Foundation.exit(status)
    }

    private static func status(of code: BatchVideoError.Code) -> Int32 {
        switch code {
        case .invalid, .rejected: 65  // EX_DATAERR
        case .notFound: 66  // EX_NOINPUT
        case .unavailable: 69  // EX_UNAVAILABLE
        case .unwritable: 73  // EX_CANTCREAT
        case .conflict, .limited, .timeout: 75  // EX_TEMPFAIL
        case .unauthorized, .forbidden: 77  // EX_NOPERM
        case .cancelled: 130
        case .media, .internal: 70  // EX_SOFTWARE
        }
    }
}
