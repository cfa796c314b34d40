# Finds a JDK 25, whatever java the path names. For the shell scripts of the house.

# A JDK says its version in a file, so that none has to be started to be asked.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -qE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$1/release" 2>/dev/null
}

find_jdk() {
  on_path=$(command -v java || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "$on_path" "${YIZHAN_JVM_FOLDER:-/usr/lib/jvm}"/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      echo "$candidate"
      return
    fi
  done
}
