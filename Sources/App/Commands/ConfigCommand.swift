import ArgumentParser
import BatchVideo

/// `batchvideo config`: the settings in force.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Prints the settings in force and where each comes from.",
        discussion: """
            They come from the command line, the environment (BATCHVIDEO_SERVER_PORT), .env in the working \
            folder, batchvideo.yaml in the working folder, batchvideo.yaml in the data folder, and the \
            defaults; the first that has one decides.
            """)

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Write a batchvideo.yaml with every setting, explained, at its default.")
    var example = false

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions
    @OptionGroup var worker: WorkerOptions

    func run() async throws {
        if example { return Terminal.write(SettingExample().text, to: 1) }
        let chosen = try data.settings(server, worker)
        let report = SettingReport(chosen)
        chosen.warnings.forEach { Terminal.complain("batchvideo: \($0)") }
        Terminal.say(json ? report.json.text : report.lines.joined(separator: "\n"))
    }
}
