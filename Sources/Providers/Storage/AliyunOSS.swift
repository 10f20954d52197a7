import BatchVideo
import Crypto
import Foundation

extension Vendor {
    static let aliyunOSS = Vendor(
        "aliyun-oss", title: "Alibaba Cloud OSS (阿里云)",
        settings: BucketAddress.settings + [
            VendorSetting("region", "Such as cn-hangzhou.", isRequired: true),
            VendorSetting("style", "virtual (the bucket in the host) or path; virtual when left out."),
            VendorSetting("signature", "v4, or v1 for old gateways; v4 when left out."),
        ]
    ) { settings, tools in
        let region = try settings.text("region")
        let address = try BucketAddress(
            settings, own: "https://oss-\(region).aliyuncs.com", isVirtual: { _ in true })
        let signature = OSSSignature(
            version: try settings.choice("signature", or: .v4), accessKey: address.accessKey,
            secret: address.secret,
            token: address.token, region: region, bucket: address.bucket, isPathStyle: address.isPathStyle)
        let date = tools.date
        return VendorParts(
            storage: try BucketStorage(
                settings, tools, vendor: "aliyun-oss",
                dialect: BucketStorage.Dialect(
                    base: address.base, linkBase: address.linkBase,
                    sign: { signature.sign(&$0, now: date()) },
                    presign: { signature.presigned("GET", $0, query: $1, seconds: $2, now: $3) },
                    proof: { slice in
                        [("Content-MD5", Data(try slice.digest(Insecure.MD5.self)).base64EncodedString())]
                    })))
    }
}
