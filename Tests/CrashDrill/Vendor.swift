import BatchVideo
import Foundation
import Synchronization

/// A vendor that takes money: starts a task for a key, the same task for the same key, and keeps an account of every
/// task that it started and completed in a file, so that no process of the drill can change the story.
///
/// A line each way: "start KEY WORK" gives "task NUMBER"; "look NUMBER" gives "running" or "done RESULT".
final class Vendor: Sendable {
    struct Task: Sendable {
        var key: String
        var work: String
        var readyAt: ContinuousClock.Instant
        var isCompleted = false
    }

    private struct Books {
        var tasks: [Task] = []
        var byKey: [String: Int] = [:]
    }

    private let account: FileHandle
    private let takes: Range<Int>
    private let books: Mutex<Books>

    init(_ options: Options) throws {
        let file = try options.data.appending(path: "vendor.account")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        account = try FileHandle(forWritingTo: file)
        let ms = try options.int("task-ms", or: 60)
        takes = max(1, ms / 2)..<max(2, ms * 3 / 2)
        books = Mutex(Books())
    }

    func serve() throws {
        Orphan.watch()
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = Loopback.address(0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 512) == 0
                    && getsockname(listener, $0, &size) == 0
            }
        }
        guard isOpen else { throw BatchVideoError(.unavailable, "the vendor cannot listen") }
        Orphan.tell("port \(UInt16(bigEndian: address.sin_port))")
        while true {
            let caller = accept(listener, nil, nil)
            guard caller >= 0 else { continue }
            Thread.detachNewThread { self.answer(caller) }
        }
    }

    private func answer(_ caller: Int32) {
        defer { close(caller) }
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < 1024, read(caller, &byte, 1) == 1, byte != 10 { line.append(byte) }
        let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
        let reply = Array(((try? reply(words)) ?? "refused").utf8)
        // Paid already, but the customer does not know yet: the moment at which it hurts most to die.
        if words.first == "start" { usleep(UInt32.random(in: 0...40_000)) }
        _ = reply.withUnsafeBytes { send(caller, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    private func reply(_ words: [String]) throws -> String {
        try books.withLock { books in
            if words.count == 3, words[0] == "start" {
                if let known = books.byKey[words[1]] {
                    try note("repeated \(known) \(words[2])")
                    return "task \(known)"
                }
                let number = books.tasks.count
                books.tasks.append(
                    Task(
                        key: words[1], work: words[2],
                        readyAt: .now + .milliseconds(Int.random(in: takes))))
                books.byKey[words[1]] = number
                try note("started \(number) \(words[2])")
                return "task \(number)"
            }
            guard words.count == 2, words[0] == "look", let number = Int(words[1]),
                books.tasks.indices.contains(number)
            else { return "refused" }
            guard books.tasks[number].readyAt <= .now else { return "running" }
            if !books.tasks[number].isCompleted {
                books.tasks[number].isCompleted = true
                try note("completed \(number) \(books.tasks[number].work)")
            }
            return "done \(Self.result(of: books.tasks[number].work))"
        }
    }

    private func note(_ line: String) throws {
        try account.write(contentsOf: Data((line + "\n").utf8))
    }

    /// The same work gives the same result, so that the drill knows what a job must hold.
    static func result(of work: String) -> String {
        var hash = StableHash()
        hash.add(work)
        return String(hash.value, radix: 16)
    }
}
