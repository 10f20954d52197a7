import BatchVideo
import Crypto
import Foundation

extension Vendor {
    static let s3 = Vendor(
        "s3", title: "S3 and compatible (AWS, MinIO, R2, Ceph, Swift)",
        settings: BucketAddress.settings + [
            VendorSetting("region", "us-east-1 when left out; auto for R2."),
            VendorSetting(
                "style",
                "path or virtual (the bucket in the host); virtual for amazonaws.com, else path, when left out."
            ),
            VendorSetting(
                "payload",
                "signed: the storage checks every byte; unsigned: files are read once only. signed when left out."
            ),
        ]
    ) { settings, tools in
        enum Payload: String, CaseIterable { case signed, unsigned }
        let region = try settings.text("region", or: "us-east-1")
        let address = try BucketAddress(
            settings, own: "https://s3.\(region).amazonaws.com", isVirtual: { $0.hasSuffix(".amazonaws.com") }
        )
        let isSigned = try settings.choice("payload", or: Payload.signed) == .signed
        let signature = SignatureV4(
            accessKey: address.accessKey, secret: address.secret, token: address.token, region: region)
        let date = tools.date
        return VendorParts(
            storage: try BucketStorage(
                settings, tools, vendor: "s3",
                dialect: BucketStorage.Dialect(
                    base: address.base, linkBase: address.linkBase,
                    sign: { signature.sign(&$0, now: date()) },
                    presign: { signature.presigned("GET", $0, query: $1, seconds: $2, now: $3) },
                    proof: { slice in
                        [
                            (
                                "x-amz-content-sha256",
                                isSigned ? try slice.digest(SHA256.self).hexadecimal : SignatureV4.unsigned
                            )
                        ]
                    })))
    }
}

/// Where a bucket is and who may use it.
struct BucketAddress {
    enum Style: String, CaseIterable { case path, virtual }

    let bucket: String
    let accessKey: String
    let secret: String
    let token: String?
    let isPathStyle: Bool
    let base: URL
    let linkBase: URL

    static let settings = [
        VendorSetting("key", "ACCESS_KEY:SECRET_KEY.", isRequired: true, isSecret: true),
        VendorSetting("token", "The session token of temporary credentials.", isSecret: true),
        VendorSetting("bucket", "The bucket, which must be there.", isRequired: true),
        VendorSetting("linkUrl", "The storage's address as people reach it, for links; `url` when left out."),
        VendorSetting(
            "partMiB", "Files larger than this are sent in parts of it, 5 to 1024; 16 when left out."),
    ]

    /// - Parameters:
    ///   - own: the vendor's address.
    ///   - isVirtual: whether the bucket belongs into this host when `style` does not say.
    init(_ settings: VendorSettings, own: String, isVirtual: (_ host: String) -> Bool) throws {
        let keys = try settings.texts("key")
        // An access key may hold a colon ("account:user" of Swift), a secret does not.
        guard keys.count == 1, let colon = keys[0].lastIndex(of: ":"), colon > keys[0].startIndex,
            keys[0].index(after: colon) < keys[0].endIndex
        else { throw settings.fault("key", "must be ACCESS_KEY:SECRET_KEY") }
        accessKey = String(keys[0][..<colon])
        secret = String(keys[0][keys[0].index(after: colon)...])
        token = try settings.optionalText("token")
        let bucket = try settings.text("bucket")
        let isName =
            (3...63).contains(bucket.utf8.count)
            && bucket.utf8.allSatisfy {
                (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46
            }
        guard isName else { throw settings.fault("bucket", "must have 3 to 63 of a-z, 0-9, - and .") }
        let url = try settings.url(or: own)
        let link = settings.has("linkUrl") ? try settings.url("linkUrl") : url
        let host = url.host() ?? ""
        let style = try settings.choice(
            "style", or: isVirtual(host) && !bucket.contains(".") ? Style.virtual : .path)
        self.bucket = bucket
        isPathStyle = style == .path
        base = Self.place(bucket, at: url, style)
        linkBase = Self.place(bucket, at: link, style)
    }

    private static func place(_ bucket: String, at url: URL, _ style: Style) -> URL {
        guard style == .virtual, var parts = URLComponents(url: url, resolvingAgainstBaseURL: false),
            let host = parts.host
        else { return url.at("/" + bucket) }
        parts.host = "\(bucket).\(host)"
        return parts.url ?? url
    }
}
