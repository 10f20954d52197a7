import ArgumentParser
import BatchVideo
import Foundation
import Media
import Providers

/// `batchvideo providers`: which vendors there are and whether they answer.
struct ProvidersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "providers",
        abstract: "Lists vendors and tries them out.",
        discussion: """
            Vendors are configured under `providers:` in batchvideo.yaml, a name and its settings each; \
            `use:` says who is asked first.
            """,
        subcommands: [List.self, Show.self, Test.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the vendors that are configured, and all that can be.")

        @OptionGroup var data: DataOptions

        @Flag(help: "Write JSON.")
        var json = false

        func run() async throws {
            let settings = try data.settings().settings
            let shop = try VendorShop(settings, paths: try ToolPaths.locate())
            let entries = shop.configured.entries
            await shop.close()
            if json {
                let value = JSONValue.object([
                    "configured": .array(
                        entries.map {
                            [
                                "name": .string($0.name), "vendor": .string($0.vendor.id),
                                "does": .array($0.parts.kinds.map { .string($0) }),
                            ]
                        }),
                    "vendors": .array(Vendor.all.map { ["id": .string($0.id), "title": .string($0.title)] }),
                ])
                return print(value.text)
            }
            print(
                entries.isEmpty ? "No vendor is configured; everything is made by this program itself." : "Configured:")
            for entry in entries {
                print(
                    "  \(entry.name.padded(20)) \(entry.parts.kinds.joined(separator: ", ")) by \(entry.vendor.title)")
            }
            print("Can be configured (batchvideo providers show NAME tells the settings):")
            for vendor in Vendor.all.sorted(by: { $0.id < $1.id }) {
                print("  \(vendor.id.padded(20)) \(vendor.title)")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Tells a vendor's settings.")

        @Argument(help: "The vendor.")
        var vendor: String

        func run() async throws {
            guard let known = Vendor.named(vendor) else {
                throw ValidationError("there is no vendor \(vendor); batchvideo providers list names them")
            }
            print("\(known.title)\n\nproviders:\n  \(known.id):")
            let own = Set(known.settings.map(\.key))
            for setting in known.settings + VendorSetting.common.filter({ !own.contains($0.key) }) {
                print("    \(setting.isRequired ? "" : "# ")\(setting.key): ".padded(26) + "# \(setting.summary)")
            }
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes one small call and shows what was sent and what came back.",
            discussion: "A vendor that costs money charges for it.")

        @Argument(help: "The name under providers.")
        var name: String

        @OptionGroup var data: DataOptions

        @Flag(help: "Write JSON.")
        var json = false

        func run() async throws {
            let settings = try data.settings().settings
            let report = try await VendorTrial.report(on: name, settings, try ToolPaths.locate())
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            if json {
                print(String(decoding: try encoder.encode(report), as: UTF8.self))
            } else {
                for exchange in report.exchanges { print(exchange.lines) }
                for result in report.results {
                    print("\(result.isGood ? "ok  " : "FAIL") \(result.kind): \(result.words)")
                }
            }
            if !report.isGood {
                throw BatchVideoError(.unavailable, "\(name) does not do all that it should; see above")
            }
        }
    }
}

extension HTTPExchange {
    fileprivate var lines: String {
        var lines = ["> \(method) \(url)"]
        lines += headers.sorted { $0.key < $1.key }.map { "> \($0.key): \($0.value)" }
        if !body.isEmpty { lines.append("> \(body)") }
        lines.append("< \(status.map(String.init) ?? "nothing") \(answerType ?? "") in \(milliseconds) ms")
        if !answer.isEmpty { lines.append("< \(answer)") }
        return lines.joined(separator: "\n")
    }
}
