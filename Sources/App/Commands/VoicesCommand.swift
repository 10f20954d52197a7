import ArgumentParser
import BatchVideo
import Foundation
import Media
import Providers
import Voices

/// `batchvideo voices`: who can speak.
struct VoicesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voices", abstract: "Lists the voices, embedded ones and those of configured vendors.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try data.settings().settings
        let shop = try VendorShop(settings, paths: try ToolPaths.locate())
        let vendors = try shop.vendors(settings.use).speech
        await shop.close()
        let voices =
            EmbeddedVoices.all
            + vendors.flatMap { vendor in
                vendor.voices.map { voice in
                    var voice = voice
                    voice.id = "\(vendor.name)/\(voice.id)"
                    return voice
                }
            }
        let width = (voices.map(\.id.count).max() ?? 0) + 2
        for voice in voices {
            let id = voice.id.padding(toLength: width, withPad: " ", startingAt: 0)
            let tag = voice.language.tag.padding(toLength: 8, withPad: " ", startingAt: 0)
            Terminal.say("\(id)\(tag)\(voice.name)")
        }
        for vendor in vendors where vendor.voices.isEmpty {
            Terminal.say("\(vendor.name)/NAME for every voice that \(vendor.name) knows")
        }
        Terminal.say("and espeak:NAME for every voice that espeak-ng --voices lists")
    }
}
