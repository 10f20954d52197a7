// The first film of somebody who has nothing at hand.
import { api } from "../../lib/api.js";
import { t } from "../../lib/i18n.js";
import { go } from "../../lib/router.js";
import { toast } from "../../lib/toasts.js";
import { explain } from "../../parts/states.js";

export async function sampleJob() {
  try {
    const { id } = await api.post("/jobs", { title: t("jobs.sample.title"), content: t("jobs.sample.text") });
    go(`/jobs/${id}`);
  } catch (error) {
    toast(explain(error), { kind: "failed" });
  }
}
