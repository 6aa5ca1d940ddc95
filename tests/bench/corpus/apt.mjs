// Debian's packages without being installed. apt keeps its lists for this in target/bench/apt, apart from the system's own; no rights are needed.

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { benchDir } from "../places.mjs";

export const aptDir = join(benchDir, "apt");
const aptOptions = [`Dir::State::lists=${aptDir}/lists`, `Dir::Cache=${aptDir}/cache`, "Acquire::Languages=nl,en"].flatMap(
  (option) => ["-o", option],
);
const apt = (args, cwd) => execFileSync("apt-get", [...aptOptions, ...args], { cwd, stdio: ["ignore", "inherit", "inherit"] });

/** Fetches apt's lists. */
export function update() {
  for (const folder of ["lists/partial", "cache/archives/partial"]) mkdirSync(join(aptDir, folder), { recursive: true });
  apt(["update"]);
}

/** Fetches packages and unpacks each into a folder of its own; gives the folders by name. */
export function unpack(names) {
  const debs = join(aptDir, "debs");
  mkdirSync(debs, { recursive: true });
  apt(["download", ...names], debs);
  return names.map((name) => {
    const folder = join(aptDir, "manuals", name);
    const deb = readdirSync(debs).find((file) => file.startsWith(`${name}_`));
    mkdirSync(folder, { recursive: true });
    execFileSync("dpkg-deb", ["-x", join(debs, deb), folder]);
    return folder;
  });
}
