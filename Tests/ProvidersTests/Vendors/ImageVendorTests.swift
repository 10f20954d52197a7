import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Providers

@Suite("Vendors of pictures")
struct ImageVendorTests {
    private static let request = ImageRequest(
        prompt: "a lighthouse in fog", size: PixelSize(width: 1360, height: 768), seed: 77)

    @Test("each keeps the contract of vendors", arguments: ImageDoubles.all)
    func contract(_ double: VendorDouble) async throws {
        try await VendorContract(double: double) { parts, slip, _, file in
            let images = try #require(parts.images)
            return try await images.generate(Self.request, slip: slip, to: file).cost
        }.check()
    }

    @Test("a refusal of the content is told in the vendor's words")
    func refusal() async throws {
        try await Workbench.run { bench in
            try await ImageDoubles.openAI.run { _, books, settings in
                var request = Self.request
                request.prompt = "something forbidden"
                let images = try #require(try bench.parts(settings).images)
                let error = await failure { [request] in
                    _ = try await images.generate(request, slip: bench.slip(), to: bench.file("a.png"))
                }
                #expect(error?.code == .rejected)
                #expect(error?.message.contains("rejected by the safety system") == true)
                #expect(books.charges.isEmpty)
            }
        }
    }

    @Test("a LoRA goes along with its weight and the word that wakes it")
    func lora() async throws {
        try await Workbench.run { bench in
            try await ImageDoubles.flux.run { server, _, settings in
                var request = Self.request
                request.lora = Lora(name: "ink-shuimo", weight: 70)
                let images = try #require(try bench.parts(settings).images)
                _ = try await images.generate(request, slip: bench.slip(), to: bench.file("a.png"))
                let body = server.requests[0].json
                #expect(body["lora_name"] == "ink-shuimo")
                #expect(body["lora_weight"] == 70)
                #expect(body["prompt"] == "shuimo, a lighthouse in fog")
                #expect(body["seed"] == 77)
            }
        }
    }

    @Test("a text that looks like a place of the workflow stays text")
    func templates() throws {
        let workflow = try ComfyWorkflow(ImageDoubles.workflow) { BatchVideoError(.invalid, $0) }
        let filled = workflow.filled([
            "prompt": "100% pure %seed% water", "seed": 5, "width": 8, "height": 16,
        ])
        #expect(filled["6"]?["inputs"]?["text"] == "100% pure %seed% water, best quality")
        #expect(filled["3"]?["inputs"]?["seed"] == 5)
    }

    @Test(
        "a workflow that cannot run is refused when it is configured, with what is wrong",
        arguments: [
            (#"{"nodes": [], "links": []}"#, "Export (API)"),
            (#"{"3": {"class_type": "SaveImage"}}"#, "class_type and inputs"),
            (#"{"3": {"class_type": "SaveImage", "inputs": {"images": ["8", 0]}}}"#, "node 8"),
            (#"{"3": {"class_type": "KSampler", "inputs": {}}}"#, "saves a picture"),
            ("{", "not valid JSON"),
        ])
    func badWorkflows(_ text: String, _ words: String) async throws {
        try await Workbench.run { bench in
            let error = await failure {
                _ = try bench.parts(["vendor": "comfyui", "imageWorkflow": .string(text)])
            }
            #expect(error?.code == .invalid)
            #expect(error?.message.contains(words) == true)
            #expect(error?.message.contains("providers.shop.imageWorkflow") == true)
        }
    }
}
