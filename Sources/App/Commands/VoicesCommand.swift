import ArgumentParser
import BatchVideo
import Foundation

/// `batchvideo voices`: who can speak.
struct VoicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voices", abstract: "Lists the voices.")

    func run() async throws {
        let studio = try Studio()
        let voices = studio.voices
        let width = (voices.map(\.id.count).max() ?? 0) + 2
        for voice in voices {
            let id = voice.id.padding(toLength: width, withPad: " ", startingAt: 0)
            let tag = voice.language.tag.padding(toLength: 8, withPad: " ", startingAt: 0)
            Terminal.say("\(id)\(tag)\(voice.name)")
        }
        await studio.close()
    }
}
