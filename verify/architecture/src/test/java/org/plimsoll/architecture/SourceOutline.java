package org.plimsoll.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// What the compiler's own parser sees in a source file: its types and methods, how long they are
/// and whether they say what they are.
final class SourceOutline {
  /// A type or method as written.
  ///
  /// @param name simple names, such as `Book.Row#total`
  /// @param isMethod whether it is a method or constructor with a body of its own
  /// @param lines from the first modifier or annotation to the closing brace
  /// @param isPublic whether it and all types around it are public
  /// @param isOverride whether another documentation speaks for it: of the method it overrides, or
  ///   of the record whose components it takes
  record Declaration(
      Path file,
      String name,
      boolean isMethod,
      int lines,
      boolean isPublic,
      boolean isOverride,
      boolean isDocumented) {}

  private SourceOutline() {}

  /// All types and methods of the files, file by file, from top to bottom.
  static List<Declaration> of(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Declaration> found = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Visitor(unit, trees, found::add).scan(unit, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /// Carries along whether all types around the present place are public.
  private static final class Visitor extends TreePathScanner<@Nullable Void, Boolean> {
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final Consumer<Declaration> found;
    private String owner = "";
    private boolean inInterface;
    private boolean inRecord;

    Visitor(CompilationUnitTree unit, DocTrees trees, Consumer<Declaration> found) {
      this.unit = unit;
      this.trees = trees;
      this.found = found;
    }

    @Override
    public @Nullable Void visitCompilationUnit(CompilationUnitTree tree, Boolean isPublic) {
      return super.visitCompilationUnit(tree, true);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Boolean isPublic) {
      String outer = owner;
      boolean outerIsInterface = inInterface;
      boolean outerIsRecord = inRecord;
      boolean open = isPublic && (inInterface || isPublic(tree.getModifiers().getFlags()));
      owner =
          outer.isEmpty() ? tree.getSimpleName().toString() : outer + "." + tree.getSimpleName();
      inInterface =
          tree.getKind() == Tree.Kind.INTERFACE || tree.getKind() == Tree.Kind.ANNOTATION_TYPE;
      inRecord = tree.getKind() == Tree.Kind.RECORD;
      report(tree, owner, false, open, false);
      super.visitClass(tree, open);
      owner = outer;
      inInterface = outerIsInterface;
      inRecord = outerIsRecord;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Boolean isPublic) {
      boolean open = isPublic && (inInterface || isPublic(tree.getModifiers().getFlags()));
      boolean isOverride = (inRecord && tree.getName().contentEquals("<init>")) || overrides(tree);
      report(tree, owner + "#" + tree.getName(), true, open, isOverride);
      return super.visitMethod(tree, false);
    }

    private static boolean overrides(MethodTree tree) {
      return tree.getModifiers().getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private static boolean isPublic(Set<Modifier> flags) {
      return flags.contains(Modifier.PUBLIC);
    }

    private void report(
        Tree tree, String name, boolean isMethod, boolean isPublic, boolean isOverride) {
      SourcePositions positions = trees.getSourcePositions();
      LineMap lines = unit.getLineMap();
      long end = positions.getEndPosition(unit, tree);
      // What the language adds by itself, such as a default constructor, is written nowhere.
      if (end < 0) {
        return;
      }
      long first = lines.getLineNumber(positions.getStartPosition(unit, tree));
      int length = (int) (lines.getLineNumber(end) - first + 1);
      @Nullable DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      Path file = Path.of(unit.getSourceFile().toUri());
      found.accept(
          new Declaration(file, name, isMethod, length, isPublic, isOverride, comment != null));
    }
  }
}
