import ArgumentParser
import BatchVideo
import Providers
import Foundation

/// `batchvideo voices`: who can speak.
struct VoicesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voices", abstract: "Lists the voices.")

    func run() throws {
        let voices = EmbeddedVoices.all
        let width = (voices.map(\.id.count).max() ?? 0) + 2
        for voice in voices {
            let id = voice.id.padding(toLength: width, withPad: " ", startingAt: 0)
            let tag = voice.language.tag.padding(toLength: 8, withPad: " ", startingAt: 0)
            Terminal.say("\(id)\(tag)\(voice.name)")
        }
        Terminal.say("and espeak:NAME for every voice that espeak-ng --voices lists")
    }
}
