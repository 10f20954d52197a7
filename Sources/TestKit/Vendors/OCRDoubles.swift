import BatchVideo
import Foundation

/// The specification's OCR server. It reads the number of lines from the picture's first grey pixel, so
/// that tests choose what it finds: 200 + n finds n lines, 255 no page at all.
package enum OCRDoubles {
    package static let server = VendorDouble("ocr-server", isTask: false) { request, books, _ in
        guard request.method == "POST", request.path == "/ocr/" else { return .unknownRoute }
        guard let file = request.part("file"), file.file != nil, file.type == "image/png",
            file.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
        else { return .wrong("file") }
        books.charge("\(file.bytes.count)")
        // Behind signature, IHDR, and the heads of IDAT, deflate and row.
        let grey = Int(file.bytes[49])
        if grey == 255 { return .json(["ocr_result": [.null]]) }
        let lines = (0..<max(0, grey - 200)).map { number -> JSONValue in
            [[[1, 2], [30, 2], [30, 12], [1, 12]], [.string("第\(number + 1)行"), 0.98]]
        }
        return .json(["ocr_result": [.array(lines)]])
    }
}
