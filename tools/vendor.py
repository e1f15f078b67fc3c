"""Bundle what the pages take from elsewhere into ``kg/web/static``: the SPARQL editor and the typefaces.

Needs npm, and is run by hand when ``tools/vendor/package.json`` changes: every package stands there by its exact
version, so that the same files come out. The hashes are kept beside them and compared by a test.
"""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
HERE = TOP / "tools" / "vendor"
STATIC = TOP / "kg" / "web" / "static"
FONTS = {
    "source-serif-4": [
        "latin-wght-normal", "latin-wght-italic", "latin-ext-wght-normal", "cyrillic-wght-normal", "greek-wght-normal",
    ],
    "source-sans-3": ["latin-wght-normal", "latin-ext-wght-normal", "cyrillic-wght-normal"],
}  # fmt: skip
SUMS = STATIC / "SHA256SUMS"


def main() -> None:
    """Fetch, bundle, copy, and write the hashes down."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for name in ("package.json", "editor.js"):
            shutil.copy(HERE / name, work / name)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=work, check=True)
        _editor(work)
        _fonts(work / "node_modules" / "@fontsource-variable")
    SUMS.write_text("".join(f"{digest}  {name}\n" for name, digest in hashes().items()), encoding="utf-8")


def hashes() -> dict[str, str]:
    """The hash of every file that was not written here."""
    paths = sorted((STATIC / "vendor").iterdir()) + sorted((STATIC / "fonts").iterdir())
    return {path.relative_to(STATIC).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _editor(work: Path) -> None:
    target = STATIC / "vendor"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--legal-comments=none"]
    bundle = work / "node_modules" / ".bin" / "esbuild"
    subprocess.run([bundle, "editor.js", *options, f"--outfile={target / 'editor.js'}"], cwd=work, check=True)
    licences = [
        f"{path.parent.relative_to(work / 'node_modules')}\n\n{path.read_text('utf-8').strip()}\n"
        for path in sorted((work / "node_modules").rglob("LICENSE"))
        if "esbuild" not in path.parts and "fontsource" not in str(path)
    ]
    (target / "editor.LICENSE.txt").write_text("\n---\n\n".join(licences), encoding="utf-8")


def _fonts(packages: Path) -> None:
    target = STATIC / "fonts"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for family, cuts in FONTS.items():
        for cut in cuts:
            shutil.copy(packages / family / "files" / f"{family}-{cut}.woff2", target)
    shutil.copy(packages / "source-serif-4" / "LICENSE", target / "OFL.txt")


if __name__ == "__main__":
    main()
