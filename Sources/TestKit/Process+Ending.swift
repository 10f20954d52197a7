package import Foundation

extension Process {
    /// Blocks until the program has ended; for threads that may.
    ///
    /// Foundation's `waitUntilExit` turns an empty run loop round and round on Linux: each wait took a whole
    /// core, for minutes.
    package func waitForEnd() {
        while isRunning { Thread.sleep(forTimeInterval: 0.003) }
    }
}
