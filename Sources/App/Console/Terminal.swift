import Foundation

extension String {
    /// Filled up with spaces to `width` characters.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

/// The two output streams.
enum Terminal {
    static var isInteractive: Bool {
        isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    static func say(_ line: String) { write(line + "\n", to: 1) }
    static func complain(_ line: String) { write(line + "\n", to: 2) }

    /// Writes all of `text`; a reader that went away is not our fault.
    static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count <= 0 {
                if count < 0 && errno == EINTR { continue }
                return
            }
            sent += count
        }
    }
}
