import BatchVideo
import Foundation
import TestKit

@testable import App

/// A working folder and a data folder with what settings are read from.
struct SettingsDesk {
    let folder: TemporaryFolder
    var sources: SettingSources

    init() throws {
        folder = try TemporaryFolder("settings")
        let data = folder.file("data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        sources = SettingSources(
            folder: folder.url, environment: ["BATCHVIDEO_DATA": data.path, "HOME": folder.url.path])
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.file(name))
    }

    /// The lines of the error that reading throws.
    func faults() -> [String] {
        do {
            _ = try sources.load()
            return []
        } catch let error as BatchVideoError {
            return error.message.split(separator: "\n").dropFirst().map { String($0.dropFirst(2)) }
        } catch {
            return Failure(error).message?.split(separator: "\n").dropFirst().map { String($0.dropFirst(2)) } ?? []
        }
    }
}
