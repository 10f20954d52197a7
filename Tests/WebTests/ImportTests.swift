import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Web

@Suite("Import", .timeLimit(.minutes(1)))
struct ImportTests {
    private static let csv = [("Content-Type", "text/csv")]

    /// A thousand rows, 37 of them with one fault each; and where the faults are.
    private static func thousandRows() -> (text: String, faults: [Int: String]) {
        var lines = ["标题,content,语速,voice_id,is_horizontal"]
        var faults: [Int: String] = [:]
        for index in 1...1_000 {
            var cells = ["第\(index)集", "\"正文，带\"\"引号\"\"\n和换行 \(index)\"", "1.2", "", "是"]
            let row = index + 1
            if index % 27 == 0 {
                switch index / 27 % 5 {
                case 0: (cells[0], faults[row]) = ("", "标题")
                case 1: (cells[1], faults[row]) = (String(repeating: "长", count: 10_001), "content")
                case 2: (cells[2], faults[row]) = ("fast", "语速")
                case 3: (cells[3], faults[row]) = ("4711", "voice_id")
                default: (cells[4], faults[row]) = ("maybe", "is_horizontal")
                }
            }
            lines.append(cells.joined(separator: ","))
        }
        return (lines.joined(separator: "\r\n"), faults)
    }

    @Test("A thousand rows with 37 bad ones: exactly these are named, the others filed; sent again, nothing is filed")
    func thousand() async throws {
        try await TestServer.run { server in
            let user = try await server.user("importer")
            let (text, expected) = Self.thousandRows()
            #expect(expected.count == 37)
            func send(_ query: String = "") async throws -> WireAnswer {
                try await server.send(
                    "POST", "/api/jobs/import?name=%E5%85%A8%E9%9B%86\(query)", as: user, headers: Self.csv,
                    raw: Array(text.utf8))
            }

            let dry = try await send("&dry_run=true")
            #expect(try await server.send("GET", "/api/jobs", as: user)["total"] == 0)
            let first = try await send()
            let second = try await send()
            let keyed = try await server.send(
                "POST", "/api/jobs/import", as: user, headers: Self.csv + [("Idempotency-Key", "k")],
                raw: Array(text.utf8))
            let named = (first["faults"].array ?? []).map { ($0["row"]?.int ?? 0, $0["column"]?.string ?? "") }

            #expect(dry["good"] == 963 && dry["bad"] == 37 && dry["filed"] == .null)
            #expect(first.status == 200, "\(first.text.prefix(400))")
            #expect(Dictionary(named) { $1 } == expected)
            #expect(named.count == 37)
            #expect(first["filed"]["ids"]?.array?.count == 963)
            #expect(second["filed"]["repeated"] == true)
            #expect(second["filed"]["ids"] == first["filed"]["ids"])
            #expect(keyed["filed"]["repeated"] == false)
            #expect(try await server.send("GET", "/api/jobs", as: user)["total"] == 1_926)
            let batch = try await server.send(
                "GET", "/api/batches/\(first["filed"]["batch"]?["id"]?.int ?? 0)", as: user)
            #expect(batch["total"] == 963 && batch["name"] == "全集" && batch["progress"] == 0)
        }
    }

    @Test("CSV, TSV, lines of JSON and a workbook of another program give the same jobs")
    func formats() async throws {
        let folder = try TemporaryFolder()
        let script = """
            import sys,zipfile
            z=zipfile.ZipFile(sys.argv[1],'w',zipfile.ZIP_DEFLATED)
            z.writestr('xl/workbook.xml','<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId7"/></sheets></workbook>')
            z.writestr('xl/_rels/workbook.xml.rels','<Relationships><Relationship Id="rId7" Target="worksheets/data.xml"/></Relationships>')
            z.writestr('xl/sharedStrings.xml','<sst><si><t>title</t></si><si><r><t>山 &amp; </t></r><r><t>水</t></r><rPh><t>x</t></rPh></si></sst>')
            z.writestr('xl/worksheets/data.xml','<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>content</t></is></c><c r="D1" t="str"><v>speech_speed</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><t>正文&#x3002;</t></is></c><c r="D3"><v>1.5</v></c></row></sheetData></worksheet>')
            z.close()
            """
        let file = folder.file("book.xlsx")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, file.path]
        try process.run()
        process.waitUntilExit()
        let tables: [(ImportFormat, Data)] = [
            (.csv, Data("\u{FEFF}title;content;speech_speed\n山 & 水;正文。;1.5\n".utf8)),
            (.tsv, Data("title\tcontent\tspeech_speed\n山 & 水\t正文。\t1.5".utf8)),
            (.jsonl, Data("{\"title\":\"山 & 水\",\"content\":\"正文。\",\"speech_speed\":1.5}\n\n".utf8)),
            (.xlsx, try Data(contentsOf: file)),
        ]
        for (format, data) in tables {
            let work = try JobImport(
                ImportTable(data, format), mapping: [:], defaults: JobDraft(title: "", content: ""),
                catalog: ImportCatalog())
            #expect(work.faults.isEmpty, "\(format) \(work.faults)")
            #expect(work.drafts.map(\.draft.title) == ["山 & 水"], "\(format)")
            #expect(work.drafts.first?.draft.content == "正文。", "\(format)")
            #expect(work.drafts.first?.draft.speechSpeed == 1.5, "\(format)")
        }
        #expect(try ImportTable(try Data(contentsOf: file), .xlsx).rows.map(\.number) == [3])
    }

    @Test("Text as Excel saves it in China is read")
    func gb18030() throws {
        // 标题,内容 / 山,水 in GB 18030.
        let bytes: [UInt8] = [
            0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0A, 0xC9, 0xBD, 0x2C, 0xCB, 0xAE,
        ]
        let table = try ImportTable(Data(bytes), .csv)
        #expect(table.columns == ["标题", "内容"])
        #expect(table.rows.first?.cells == ["山", "水"])
    }

    @Test("Columns are mapped, names resolved in the caller's catalogue, and tables that are none refused")
    func mapping() async throws {
        try await TestServer.run { server in
            let user = try await server.user("mapper")
            let topic = try await server.send("POST", "/api/topics", as: user, ["name": "科技"])
            func send(_ text: String, _ query: String) async throws -> WireAnswer {
                try await server.send(
                    "POST", "/api/jobs/import?\(query)", as: user, headers: Self.csv, raw: Array(text.utf8))
            }
            let mapping = "mapping=%7B%22Name%22:%22title%22,%22Text%20A%22:%22content%22,%22skip%22:%22%22%7D"
            let mapped = try await send("Name,Text A,话题,skip,other\n一,二,科技,x,y\n一,二,艺术,x,y", mapping)
            let job = try await server.send(
                "GET", "/api/jobs/\(mapped["filed"]["ids"]?.array?.first?.int ?? 0)", as: user)

            #expect(mapped["good"] == 1 && mapped["bad"] == 1)
            #expect(mapped["faults"].array?[0]["row"] == 3)
            #expect(mapped["faults"].array?[0]["column"] == "话题")
            #expect(mapped["unused_columns"] == ["skip", "other"])
            #expect(job["topic_id"] == topic["id"])
            #expect(try await send("a,b\n1,2", "").status == 422)
            #expect(try await send("", "").status == 422)
            #expect(try await send("title,content\n\"open", "").status == 422)
            #expect(try await send("title,content\na,b", "mapping=%7B%22x%22:%22title%22%7D").status == 422)
            let type = [("Content-Type", "application/pdf")]
            #expect(try await server.send("POST", "/api/jobs/import", as: user, headers: type, raw: [1]).status == 415)
        }
    }

    @Test("Damaged and lying archives end with an error")
    func hostile() {
        let zip: [UInt8] = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0xFF, count: 400)
        for data in [Data(), Data(zip), Data(Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0xFF, count: 18))] {
            #expect(throws: BatchVideoError.self) { try ImportTable(data, .xlsx) }
        }
    }
}
