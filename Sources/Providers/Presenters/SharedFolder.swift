import BatchVideo
import Foundation

/// A folder that a vendor's server sees too: how files go to it and come back without a web server.
struct SharedFolder: Sendable {
    /// As this machine sees it.
    let url: URL

    /// Throws `.invalid` naming the setting when it is no folder that can be written in.
    init(_ settings: VendorSettings, key: String) throws {
        let path = try settings.text(key)
        var isFolder: ObjCBool = false
        guard path.hasPrefix("/"), FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue, FileManager.default.isWritableFile(atPath: path)
        else { throw settings.fault(key, "must be a folder that can be written in, with its full path") }
        url = URL(filePath: path, directoryHint: .isDirectory)
    }

    init(_ url: URL) { self.url = url }

    /// A place in it; of a name that a vendor gave only the last part counts.
    func file(_ name: String) -> URL {
        url.appending(path: URL(filePath: name).lastPathComponent, directoryHint: .notDirectory)
    }

    /// Lays a copy of the file at `path` there, whole or not at all; gives its name.
    func lend(_ path: String, as name: String) throws -> String {
        let media = try MediaBytes(path, maxBytes: 2 << 30)
        let whole = "\(name).\(media.suffix)"
        try WholeFile.write(media.data, to: file(whole))
        return whole
    }

    func remove(_ names: [String]) {
        // What stays is the server's to clear.
        for name in names { try? FileManager.default.removeItem(at: file(name)) }
    }
}
