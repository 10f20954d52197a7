import BatchVideo
import Foundation
import Synchronization
import TestKit

@testable import Providers

/// Vendors with time that does not pass by itself and files looked at by their first bytes.
final class Workbench: Sendable {
    let folder: TemporaryFolder
    let transport = HTTPTransport()
    private let time = Mutex(Duration.zero)
    private let notes = Mutex<[String]>([])
    private let lines = Mutex<[String]>([])
    /// When the clock began, of the calendar.
    static let start = Date(timeIntervalSince1970: 1_790_000_000)

    init() throws { folder = try TemporaryFolder() }

    static func run<Output: Sendable>(_ body: (Workbench) async throws -> Output) async throws -> Output {
        let bench = try Workbench()
        do {
            let output = try await body(bench)
            await bench.transport.close()
            return output
        } catch {
            await bench.transport.close()
            throw error
        }
    }

    /// Waiting takes no time but moves the clock.
    var clock: VendorClock {
        VendorClock(
            now: { self.time.withLock { $0 } },
            sleep: { wait in
                self.time.withLock { $0 += wait }
                try Task.checkCancellation()
                await Task.yield()
            })
    }

    func pass(_ time: Duration) { self.time.withLock { $0 += time } }
    var elapsed: Duration { time.withLock { $0 } }

    var tools: VendorTools {
        var tools = VendorTools(transport: transport, clock: clock, folder: file("kept")) { file, medium in
            let head = try FileHandle(forReadingFrom: file).read(upToCount: 64) ?? Data()
            let type = MediaBytes.kind(of: head).type
            let wanted =
                switch medium {
                case .sound: "audio/"
                case .picture: "image/"
                case .video: "video/"
                }
            guard type.hasPrefix(wanted) else {
                throw BatchVideoError(.media, "its first bytes are no \(medium.rawValue)")
            }
        } measure: { file in
            try await SampleMeasure.measure(file)
        }
        tools.date = { Self.start + self.elapsed / .seconds(1) }
        tools.warn = { line in self.lines.withLock { $0.append(line) } }
        return tools
    }

    func parts(_ settings: [String: JSONValue], name: String = "shop") throws -> VendorParts {
        let all = try ConfiguredVendors([name: .object(settings)], tools: tools)
        return all.parts(name) ?? VendorParts()
    }

    /// A slip that notes the tasks it is told of.
    func slip(task: String? = nil) -> CallSlip {
        CallSlip(key: "0123456789abcdef0123456789abcdef", taskID: task) { id in
            self.notes.withLock { $0.append(id) }
        }
    }

    /// Tasks that vendors took.
    var accepted: [String] { notes.withLock { $0 } }

    /// Lines for people.
    var warnings: [String] { lines.withLock { $0 } }

    func file(_ name: String) -> URL { folder.url.appending(path: name) }

    func picture() throws -> String {
        let file = file("first.png")
        try SampleMedia.png(width: 64, height: 48).write(to: file)
        return file.path
    }
}

extension BatchVideoError {
    var kind: VendorFailure.Kind? { vendorFailure?.kind }
}
