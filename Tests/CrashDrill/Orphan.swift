import Foundation

/// Children of the drill end when the drill does, however it ended.
enum Orphan {
    static func watch() {
        Thread.detachNewThread {
            var byte: UInt8 = 0
            while read(STDIN_FILENO, &byte, 1) > 0 {}
            _exit(0)
        }
    }

    /// One write, not through a buffer: what is told has happened.
    static func tell(_ line: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }
}
