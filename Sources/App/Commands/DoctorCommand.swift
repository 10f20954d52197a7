import ArgumentParser
import BatchVideo
import Foundation

/// `batchvideo doctor`: what works on this machine, and how to mend what does not.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Checks tools, codecs, fonts, voices and disk, and says how to mend each.")

    @Flag(help: "Write the findings as JSON.")
    var json = false

    func run() async throws {
        let findings = await Checkup().run()
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            Terminal.say(String(decoding: try encoder.encode(findings), as: UTF8.self))
        } else {
            findings.forEach { Terminal.say($0.line) }
        }
        let broken = findings.count { $0.state == .broken }
        guard broken == 0 else {
            throw BatchVideoError(
                .unavailable, "\(broken) of \(findings.count) checks failed; mend them as said above")
        }
    }
}
