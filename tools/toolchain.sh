# Shared by ./plimsoll and ./check: finds the JDK and the Maven they run on, and runs Maven.
# The caller sets: root (the repository), name (how messages call it). POSIX sh, sourced.

# A service or a container may have no home; the places below it are then looked for in vain.
HOME=${HOME:-/nonexistent}

# Says what is wrong, in one message, and ends with the exit code for a missing prerequisite.
missing() {
  printf '%s: %s\n' "$name" "$1" >&2
  exit 2
}

# The Java release the sources are written for: the pom is the one place that states it.
read_required_java() {
  required_java=
  while IFS= read -r line; do
    case $line in
      *'<maven.compiler.release>'*)
        required_java=${line#*>}
        required_java=${required_java%%<*}
        return
        ;;
    esac
  done <"$root/pom.xml"
  missing "cannot read <maven.compiler.release> in $root/pom.xml"
}

# Sets jdk_version to the version of the JDK in $1 and jdk_feature to its first number (25 for
# 25.0.3); both are empty if it is no JDK. Reads the `release` file: to start a JVM and ask it would
# cost more than the rest of the search.
read_jdk_version() {
  jdk_version=
  jdk_feature=
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        jdk_version=${line#*\"}
        jdk_version=${jdk_version%\"*}
        jdk_feature=${jdk_version%%[!0-9]*}
        return 0
        ;;
    esac
  done <"$1/release"
}

# Takes $1 as JAVA_HOME if it is new enough; otherwise notes what was found there.
try_jdk() {
  read_jdk_version "$1"
  [ -n "$jdk_feature" ] || return 1
  if [ "$jdk_feature" -ge "$required_java" ]; then
    JAVA_HOME=$1
    return 0
  fi
  case $jdks_seen in
    *" $1;"*) ;;
    *) jdks_seen="$jdks_seen $jdk_feature in $1;" ;;
  esac
  return 1
}

# Sets and exports JAVA_HOME.
find_jdk() {
  read_required_java
  jdks_seen=
  if [ -n "${JAVA_HOME:-}" ] && try_jdk "$JAVA_HOME"; then
    export JAVA_HOME
    return
  fi
  javac=$(command -v javac) || javac=
  if [ -n "$javac" ]; then
    while [ -h "$javac" ]; do
      target=$(readlink "$javac")
      case $target in
        /*) javac=$target ;;
        *) javac=${javac%/*}/$target ;;
      esac
    done
    bin=${javac%/*}
    if try_jdk "${bin%/*}"; then
      export JAVA_HOME
      return
    fi
  fi
  for home in /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ ! -h "$home" ] && try_jdk "$home"; then
      export JAVA_HOME
      return
    fi
  done
  missing "needs a JDK of release $required_java or newer, and found ${jdks_seen:-none.}
  Install one, for example Eclipse Temurin $required_java (a Linux package is named
  temurin-$required_java-jdk or openjdk-$required_java-jdk), or set JAVA_HOME to the one you have.
  Looked at: JAVA_HOME, javac on PATH, /usr/lib/jvm, /opt, ~/.sdkman/candidates/java, ~/.jdks,
  /Library/Java/JavaVirtualMachines."
}

# Sets maven to an mvn of release 3.8.7 or newer. Needs JAVA_HOME.
find_maven() {
  maven=$(command -v mvn) || maven=
  for home in "${MAVEN_HOME:-}" "${M2_HOME:-}" "$HOME/.sdkman/candidates/maven/current"; do
    [ -n "$maven" ] || [ -z "$home" ] || [ ! -x "$home/bin/mvn" ] || maven=$home/bin/mvn
  done
  advice="Install the package maven (Debian, Ubuntu, Fedora, Homebrew) or sdkman's maven.
  Looked at: mvn on PATH, MAVEN_HOME, M2_HOME, ~/.sdkman/candidates/maven/current."
  [ -n "$maven" ] || missing "needs Maven 3.8.7 or newer to build, and found none.
  $advice"
  version=$("$maven" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  case $version in
    [4-9].* | 3.9.* | 3.[1-9][0-9]* | 3.8.[7-9] | 3.8.[1-9][0-9]*) ;;
    *) missing "needs Maven 3.8.7 or newer to build, and found ${version:-no working one} in $maven.
  $advice" ;;
  esac
}

# Runs Maven in the repository, quiet about downloads and about Java's warnings of its own libraries.
# PLIMSOLL_MAVEN_ARGS adds arguments, such as -o or -Dmaven.repo.local=DIRECTORY.
run_maven() {
  (
    cd "$root" || exit 1
    MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
-XX:+UseSerialGC -XX:TieredStopAtLevel=1 ${maven_jvm:-} ${MAVEN_OPTS:-}"
    export MAVEN_OPTS
    # shellcheck disable=SC2086 # the arguments in the variable are several words
    exec "$maven" -B -Dstyle.color=never ${PLIMSOLL_MAVEN_ARGS:-} "$@"
  )
}

# Takes from the start of $line the color resets that Maven's terminal library writes regardless.
escape=$(printf '\033')
strip_resets() {
  while [ "$line" != "${line#"$escape"\[0m}" ]; do
    line=${line#"$escape"\[0m}
  done
}
