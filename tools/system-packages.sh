# What ./check --all needs from the system beyond a JDK and Maven, and the Debian package of each.
# Sourced by ./check, which refuses without them, and by tools/install-ci-packages.

# Sets browser to a Chromium that can be run, empty if there is none.
find_browser() {
  browser=
  for program in chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$browser" ] || browser=$(command -v "$program") || browser=
  done
  application='/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  [ -n "$browser" ] || [ ! -x "$application" ] || browser=$application
}

# Sets missing_packages to the names of those that are absent, separated by blanks.
find_missing_packages() {
  missing_packages=
  find_browser
  [ -n "$browser" ] || missing_packages=chromium
  # A client library of the exchange that the server speaks like runs on Node.
  command -v node >/dev/null || missing_packages="$missing_packages nodejs"
  command -v npm >/dev/null || missing_packages="$missing_packages npm"
}
