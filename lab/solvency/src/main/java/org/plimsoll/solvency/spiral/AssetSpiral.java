package org.plimsoll.solvency.spiral;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.plimsoll.solvency.bounds.Require;

/// The spiral of several assets: a fall of one makes institutions that keep their leverage sell
/// all.
///
/// Price losses `d` bring forth losses `G d`, with `G_ab = (1/K_a) sum_i w_ia (L_i - 1) V_ib`
/// (Greenwood, Landier and Thesmar, "Vulnerable banks", 2015, with sales pro rata). The gain is the
/// spectral radius of `G`.
public final class AssetSpiral {
  private final RealMatrix gains;

  /// Builds the matrix.
  ///
  /// @param moneyDepths `K_a`, one for each asset, positive
  /// @throws IllegalArgumentException if a depth is not positive or their number is not that of the
  ///   assets
  public AssetSpiral(Portfolios portfolios, List<Double> moneyDepths) {
    int assets = portfolios.assets();
    Require.holds(moneyDepths.size() == assets, "number of depths", moneyDepths.size());
    gains = new Array2DRowRealMatrix(assets, assets);
    for (int sold = 0; sold < assets; sold++) {
      double depth = Require.positive("moneyDepth", moneyDepths.get(sold));
      for (int fallen = 0; fallen < assets; fallen++) {
        gains.setEntry(sold, fallen, forced(portfolios, sold, fallen) / depth);
      }
    }
  }

  private static double forced(Portfolios portfolios, int sold, int fallen) {
    double forced = 0;
    for (Portfolios.Institution each : portfolios.institutions()) {
      forced += each.weight(sold) * (each.leverage() - 1) * each.values().get(fallen);
    }
    return forced;
  }

  /// Returns `G_ab`: what asset `sold` loses when `fallen` loses one.
  public double gain(int sold, int fallen) {
    return gains.getEntry(sold, fallen);
  }

  /// Returns the losses of the next round, `G d`.
  public double[] nextRound(double... drops) {
    return gains.operate(drops);
  }

  /// Returns `R`, the spectral radius of `G`.
  public double radius() {
    EigenDecompositionNonSymmetric eigen = new EigenDecompositionNonSymmetric(gains);
    return eigen.getEigenvalues()[leading(eigen)].getReal();
  }

  /// Returns the losses that a small shock ends at, `(I - G)^-1 d0`; infinite from `R = 1` on.
  public double[] totalLoss(double... shock) {
    int assets = gains.getRowDimension();
    if (radius() >= 1) {
      double[] none = new double[assets];
      Arrays.fill(none, Double.POSITIVE_INFINITY);
      return none;
    }
    RealMatrix rest = MatrixUtils.createRealIdentityMatrix(assets).subtract(gains);
    return new LUDecomposition(rest).getSolver().solve(new ArrayRealVector(shock)).toArray();
  }

  /// Returns the pattern in which prices fall together, the right Perron vector; it sums to 1.
  public double[] fallingTogether() {
    return perron(gains);
  }

  /// Returns how much harm the first fall of each asset does, the left Perron vector; it sums to 1.
  public double[] harmOfFirstFall() {
    return perron(gains.transpose());
  }

  /// Returns the number of the eigenvalue of the largest size. In a matrix without negative entries
  /// it is real, and its vector has one sign.
  private static int leading(EigenDecompositionNonSymmetric eigen) {
    Complex[] values = eigen.getEigenvalues();
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i].getReal() > values[best].getReal()) {
        best = i;
      }
    }
    return best;
  }

  private static double[] perron(RealMatrix matrix) {
    EigenDecompositionNonSymmetric eigen = new EigenDecompositionNonSymmetric(matrix);
    return shares(eigen.getEigenvector(leading(eigen)));
  }

  private static double[] shares(FieldVector<Complex> vector) {
    double[] shares = new double[vector.getDimension()];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = vector.getEntry(i).getReal();
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
