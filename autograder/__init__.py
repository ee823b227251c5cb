"""Auto-graded exercises on KL divergence and the grader behind them."""
