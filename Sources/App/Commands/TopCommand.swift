import ArgumentParser
import BatchVideo
import Foundation

/// `batchvideo top`: queue, workers and vendors as they are now.
struct TopCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top", abstract: "Shows queue, workers, their steps and vendors, live.",
        discussion: "Needs an administrator. Where the output is no terminal, it is shown once.")

    @Option(help: ArgumentHelp("Seconds between two looks, 0.5 to 3600.", valueName: "seconds"))
    var every = 2.0

    @Flag(help: "Show it once and end.")
    var once = false

    @OptionGroup var api: APIOptions

    func validate() throws {
        guard (0.5...3_600).contains(every) else { throw ValidationError("--every takes 0.5 to 3600 seconds") }
    }

    func run() async throws {
        let api = try await self.api.api()
        let isLive = !once && !self.api.json && isatty(1) == 1
        repeat {
            let (queue, vendors) = (try await api.get("/admin/queue"), try await api.get("/vendors"))
            if self.api.json {
                print(JSONValue.object(["queue": queue, "vendors": vendors]).text)
                return
            }
            let screen = TopScreen(queue: queue, vendors: vendors, now: Date(), columns: isLive ? Self.columns : 120)
            if isLive {
                // Home, what is there written over, the rest below wiped: no flicker.
                let lines = screen.lines.map { $0 + "\u{1B}[K" }
                Terminal.write("\u{1B}[H" + lines.joined(separator: "\n") + "\n\u{1B}[J", to: 1)
                try await Task.sleep(for: .seconds(every))
            } else {
                screen.lines.forEach(Terminal.say)
            }
        } while isLive
    }

    private static var columns: Int {
        var size = winsize()
        guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
