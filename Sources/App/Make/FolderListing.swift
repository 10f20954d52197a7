import BatchVideo
import Foundation

/// The files of a folder, by kind, in the order people expect ("2.jpg" before "10.jpg").
enum FolderListing {
    static func files(in folder: URL, withExtensions kinds: Set<String>) throws -> [URL] {
        let all: [URL]
        do {
            all = try FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: [.isRegularFileKey],
                options: [.skipsHiddenFiles])
        } catch {
            throw BatchVideoError(
                .notFound, "cannot read the folder \(folder.path); check that it exists", cause: error)
        }
        return
            all
            .filter { kinds.contains($0.pathExtension.lowercased()) }
            .sorted {
                $0.lastPathComponent.compare($1.lastPathComponent, options: [.numeric, .caseInsensitive])
                    == .orderedAscending
            }
    }

    static let images: Set<String> = [
        "jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff", "heic", "heif", "avif",
    ]
    static let sounds: Set<String> = ["wav", "mp3", "m4a", "flac", "ogg"]
    static let videos: Set<String> = ["mp4", "mov", "m4v", "mkv", "webm", "avi", "ts", "gif"]
}
